# raise ... from ..., and from None.
import os
import traceback


def first():
    raise KeyError("inner")


def second(hide):
    try:
        first()
    except KeyError as e:
        if hide:
            raise RuntimeError("hidden") from None
        raise RuntimeError("outer") from e


for hide in (False, True):
    try:
        second(hide)
    except RuntimeError as e:
        print("".join(traceback.format_exception(e)).replace(os.path.dirname(os.path.abspath(__file__)) + os.sep, "").replace("tests/py/tracebacks/", ""))
