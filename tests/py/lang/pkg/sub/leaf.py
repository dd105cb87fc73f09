from . import CONST
from .. import VALUE
from ..star import exported


def where():
    return __name__, __package__, CONST


def up():
    try:
        from .... import nothing
    except ImportError as e:
        return VALUE, exported, str(e)
