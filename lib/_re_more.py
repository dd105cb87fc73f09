"""The flags of re as an enumeration."""

from enum import KEEP, IntFlag


class RegexFlag(IntFlag, boundary=KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1
    DEBUG = 128

    def __repr__(self):
        if not self._value_:
            return "re.NOFLAG"
        names = [one._name_ for one in type(self) if one in self]
        rest = self._value_ & ~type(self)._flag_mask_
        return "|".join(["re." + name for name in names] + ([hex(rest)] if rest else []))

    __str__ = __repr__


RegexFlag.__module__ = "re"
globals().update(RegexFlag.__members__)
