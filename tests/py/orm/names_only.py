# enum.Enum was meant: Python makes such a class, since sqlalchemy.Enum is written in Python, and its names work.
from sqlalchemy import Enum


class Kind(str, Enum):
    FILE = "file"
    LINK = "link"


class More(Kind):
    pass


print(Kind.FILE, More.LINK, issubclass(Kind, str), issubclass(Kind, Enum))
try:
    More("x")
except TypeError as problem:
    print(problem)
try:
    class Both(int, str):
        pass
except TypeError as problem:
    print(problem)
# expect: file link True True
# expect: cannot create 'More' instances: multiple bases have instance lay-out conflict
# expect: multiple bases have instance lay-out conflict
