# sqlalchemy.util.langhelpers: the same names once more.
from sqlalchemy.util import *
