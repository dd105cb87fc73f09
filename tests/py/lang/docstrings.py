"""Module docstring."""


def f():
    """Function docstring
    in two lines."""


class C:
    'Class docstring'

    def m(self):
        "method"

    @property
    def p(self):
        """property doc"""

    def none(self):
        b"bytes are not"

    def not_first(self):
        x = 1
        "no"

    def formatted(self):
        f"not a docstring"


print(__doc__, f.__doc__, C.__doc__, C.m.__doc__, C.p.__doc__, C.none.__doc__, C.not_first.__doc__, C.formatted.__doc__, sep="|")
f.__doc__ = "changed"
print(f.__doc__, C().m.__doc__, (lambda: 0).__doc__)


class D(C):
    pass


print(D.__doc__)


class NoDoc:
    x = 1


print(NoDoc.__doc__, NoDoc().__doc__, C().__doc__)
