# Which strings are docstrings.
"""module doc"""
print(__doc__)


def f():
    "f doc"
    return 1


def g():
    f"not a doc {1}"


def h():
    b"bytes"


def k():
    x = 1
    "too late"


class C:
    r"""raw \n"""

    def m(self):
        """line
        two"""


def joined():
    "a" "b"


async def co():
    "async doc"


print([x.__doc__ for x in (f, g, h, k, C, C.m, joined, co, lambda: "no")])
f.__doc__ = "new"
C.m.__doc__ = None
print(f.__doc__, C.m.__doc__)
C.__doc__ = "changed"
print(C.__doc__)
