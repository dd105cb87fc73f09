"""Fraction: rational numbers."""

import math
import numbers
import operator
import re

_FORMAT = re.compile(r"""
    \s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>\d*|\d+(_\d+)*)
    (?: (?:/(?P<denom>\d+(_\d+)*))? | (?:\.(?P<decimal>\d*|\d+(_\d+)*))?(?:E(?P<exp>[-+]?\d+(_\d+)*))? )\s*""",
                     re.VERBOSE | re.IGNORECASE)


def _parse(text):
    m = _FORMAT.fullmatch(text)
    if m is None:
        raise ValueError(f"Invalid literal for Fraction: {text!r}")
    numerator, denominator = int(m.group("num") or "0"), 1
    if m.group("denom"):
        denominator = int(m.group("denom"))
    else:
        decimal = m.group("decimal")
        if decimal:
            decimal = decimal.replace("_", "")
            scale = 10 ** len(decimal)
            numerator, denominator = numerator * scale + int(decimal), scale
        if m.group("exp"):
            exponent = int(m.group("exp"))
            if exponent >= 0:
                numerator *= 10 ** exponent
            else:
                denominator *= 10 ** -exponent
    return -numerator if m.group("sign") == "-" else numerator, denominator


class Fraction(numbers.Rational):
    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            if isinstance(numerator, str):
                numerator, denominator = _parse(numerator)
            elif type(numerator) is int:
                denominator = 1
            elif isinstance(numerator, numbers.Rational):
                numerator, denominator = numerator.numerator, numerator.denominator
            elif hasattr(numerator, "as_integer_ratio"):
                numerator, denominator = numerator.as_integer_ratio()
            else:
                raise TypeError("argument should be a string or a Rational instance")
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        divisor = math.gcd(numerator, denominator)
        if denominator < 0:
            divisor = -divisor
        self._numerator, self._denominator = int(numerator // divisor), int(denominator // divisor)
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        return cls(*dec.as_integer_ratio())

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction(p1, q1)
        return Fraction(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f"{type(self).__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __format__(self, spec):
        if not spec:
            return str(self)
        from decimal import Decimal, localcontext

        if spec[-1] not in "eEfFgG%":
            raise ValueError(f"Invalid format specifier {spec!r} for object of type {type(self).__name__!r}")
        with localcontext() as context:
            context.prec = 200
            return format(Decimal(self._numerator) / Decimal(self._denominator), spec)

    # --- arithmetic: exact with ints and fractions, else as the other kind does it

    def _operate(self, other, exact, inexact, reflected=False):
        if isinstance(other, numbers.Rational):
            other = Fraction(other)
            return exact(other, self) if reflected else exact(self, other)
        if isinstance(other, float):
            return inexact(other, float(self)) if reflected else inexact(float(self), other)
        if isinstance(other, complex):
            return inexact(other, complex(self)) if reflected else inexact(complex(self), other)
        return NotImplemented

    def __add__(a, b):
        return a._operate(b, _add, operator.add)

    def __radd__(b, a):
        return b._operate(a, _add, operator.add, True)

    def __sub__(a, b):
        return a._operate(b, _sub, operator.sub)

    def __rsub__(b, a):
        return b._operate(a, _sub, operator.sub, True)

    def __mul__(a, b):
        return a._operate(b, _mul, operator.mul)

    def __rmul__(b, a):
        return b._operate(a, _mul, operator.mul, True)

    def __truediv__(a, b):
        return a._operate(b, _div, operator.truediv)

    def __rtruediv__(b, a):
        return b._operate(a, _div, operator.truediv, True)

    def __floordiv__(a, b):
        return a._operate(b, _floordiv, operator.floordiv)

    def __rfloordiv__(b, a):
        return b._operate(a, _floordiv, operator.floordiv, True)

    def __mod__(a, b):
        return a._operate(b, _mod, operator.mod)

    def __rmod__(b, a):
        return b._operate(a, _mod, operator.mod, True)

    def __divmod__(a, b):
        return a._operate(b, lambda x, y: (_floordiv(x, y), _mod(x, y)), divmod)

    def __rdivmod__(b, a):
        return b._operate(a, lambda x, y: (_floordiv(x, y), _mod(x, y)), divmod, True)

    def __pow__(a, b):
        if not isinstance(b, numbers.Rational):
            return float(a) ** b if isinstance(b, (float, complex)) else NotImplemented
        if b.denominator != 1:
            return float(a) ** float(b)
        power = b.numerator
        if power >= 0:
            return Fraction(a._numerator ** power, a._denominator ** power)
        return Fraction(a._denominator ** -power, a._numerator ** -power)

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a) ** b
        return a ** (b._numerator if b._denominator == 1 else float(b))

    def __pos__(a):
        return Fraction(a)

    def __neg__(a):
        return Fraction(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction(abs(a._numerator), a._denominator)

    def __int__(a):
        return a._numerator // a._denominator if a._numerator >= 0 else -(-a._numerator // a._denominator)

    __trunc__ = __int__

    def __float__(a):
        return a._numerator / a._denominator

    def __complex__(a):
        return complex(float(a))

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            if rest * 2 == self._denominator:
                return floor + floor % 2
            return floor + (rest * 2 > self._denominator)
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        modulus = (1 << 61) - 1
        try:
            inverse = pow(self._denominator, -1, modulus)
        except ValueError:
            value = 314159
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        value = value if self._numerator >= 0 else -value
        return -2 if value == -1 else value

    def __eq__(a, b):
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, float):
            return b == b and abs(b) != math.inf and a == Fraction(b)
        return NotImplemented

    def _order(self, other, compare):
        if isinstance(other, numbers.Rational):
            return compare(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if other != other or abs(other) == math.inf:
                return compare(0.0, other)
            return compare(self, Fraction(other))
        return NotImplemented

    def __lt__(a, b):
        return a._order(b, operator.lt)

    def __gt__(a, b):
        return a._order(b, operator.gt)

    def __le__(a, b):
        return a._order(b, operator.le)

    def __ge__(a, b):
        return a._order(b, operator.ge)

    def __bool__(a):
        return a._numerator != 0

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _add(a, b):
    return Fraction(a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator)


def _sub(a, b):
    return Fraction(a._numerator * b._denominator - b._numerator * a._denominator, a._denominator * b._denominator)


def _mul(a, b):
    return Fraction(a._numerator * b._numerator, a._denominator * b._denominator)


def _div(a, b):
    if b._numerator == 0:
        raise ZeroDivisionError(f"Fraction({a._numerator * b._denominator}, 0)")
    return Fraction(a._numerator * b._denominator, a._denominator * b._numerator)


def _floordiv(a, b):
    return (a._numerator * b._denominator) // (a._denominator * b._numerator)


def _mod(a, b):
    return Fraction((a._numerator * b._denominator) % (b._numerator * a._denominator),
                    a._denominator * b._denominator)
