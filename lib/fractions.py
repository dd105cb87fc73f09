"""Fraction: rational numbers."""

import math
import numbers
import operator
import re

_FORMAT = re.compile(r"""
    \s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>\d*|\d+(_\d+)*)
    (?: (?:\s*/\s*(?P<denom>\d+(_\d+)*))? | (?:\.(?P<decimal>\d*|\d+(_\d+)*))?(?:E(?P<exp>[-+]?\d+(_\d+)*))? )\s*""",
                     re.VERBOSE | re.IGNORECASE)


_SPEC = re.compile(r"""
    (?:(?P<fill>.)?(?P<align>[<>=^]))? (?P<sign>[-+ ])? (?P<z>z)? (?P<alt>\#)? (?P<zero>0(?=[0-9]))? (?P<width>[0-9]+)?
    (?P<comma>[,_])? (?:\.(?P<precision>[0-9]+))? (?P<kind>[eEfFgG%])""", re.VERBOSE | re.DOTALL)


def _nearest(n, d):
    floor, rest = divmod(n, d)
    return floor + (2 * rest > d or 2 * rest == d and floor % 2)


def _regroup(digits, mark):
    groups = []
    while mark and len(digits) > 3:
        groups.insert(0, digits[-3:])
        digits = digits[:-3]
    return mark.join([digits] + groups) if mark else digits


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


# --- arithmetic: exact with ints and fractions, else as the other kind does it


def _operate(self, other, exact, inexact, reflected):
    if isinstance(other, numbers.Rational):
        other = Fraction(other)
        return exact(other, self) if reflected else exact(self, other)
    if isinstance(other, (float, complex)):
        mine = type(other)(self)
        return inexact(other, mine) if reflected else inexact(mine, other)
    return NotImplemented


def _operators(exact, inexact):
    return (lambda a, b: _operate(a, b, exact, inexact, False),
            lambda b, a: _operate(b, a, exact, inexact, True))


def _add(a, b):
    return Fraction(a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator)


def _sub(a, b):
    return Fraction(a._numerator * b._denominator - b._numerator * a._denominator, a._denominator * b._denominator)


def _mul(a, b):
    return Fraction(a._numerator * b._numerator, a._denominator * b._denominator)


def _div(a, b):
    if b._numerator == 0:
        raise ZeroDivisionError(f"Fraction({b._denominator}, 0)")
    return Fraction(a._numerator * b._denominator, a._denominator * b._numerator)


def _floordiv(a, b):
    return (a._numerator * b._denominator) // (a._denominator * b._numerator)


def _mod(a, b):
    return Fraction((a._numerator * b._denominator) % (b._numerator * a._denominator),
                    a._denominator * b._denominator)


def _is_decimal(value):
    from decimal import Decimal

    return isinstance(value, Decimal)


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
        m = _SPEC.fullmatch(spec)
        if m is None or m["align"] and m["zero"]:
            raise ValueError(f"Invalid format specifier {spec!r} for object of type {type(self).__name__!r}")
        negative, digits, end = self._shown(m)
        mark = m["comma"]
        sign = "-" if negative else "" if m["sign"] in (None, "-") else m["sign"]
        fill, align, width = m["fill"] or " ", m["align"] or ">", int(m["width"] or 0)
        if m["zero"]:
            room = width - len(sign) - len(end)
            while len(_regroup(digits, mark)) < room:
                digits = "0" + digits
            return sign + _regroup(digits, mark) + end
        body = _regroup(digits, mark) + end
        missing = max(width - len(sign) - len(body), 0)
        if align == "=":
            return sign + fill * missing + body
        left = missing if align == ">" else missing // 2 if align == "^" else 0
        return fill * left + sign + body + fill * (missing - left)

    # (negative, whole digits, the rest with point and exponent), rounded half to even
    def _shown(self, m):
        kind, precision = m["kind"], int(m["precision"] or 6)
        small = kind.lower()
        if small in "f%":
            shift = 10 ** (precision + 2 * (kind == "%"))
            scaled = _nearest(self._numerator * shift, self._denominator)
            digits, exponent, point = str(abs(scaled)), 0, precision
        else:
            figures = precision + 1 if small == "e" else max(precision, 1)
            scaled, exponent = self._figures(figures)
            digits, point = str(scaled), figures - 1
            if small == "g" and -4 <= exponent < figures:
                point, exponent = figures - 1 - exponent, None
        digits = digits.rjust(point + 1, "0")
        whole, rest = digits[:len(digits) - point], digits[len(digits) - point:]
        if small == "g" and not m["alt"]:
            rest = rest.rstrip("0")
        end = "." + rest if rest or m["alt"] else ""
        if kind == "%":
            end += "%"
        elif small == "e" or small == "g" and exponent is not None:
            end += f"{'E' if kind.isupper() else 'e'}{exponent:+03d}"
        return self._numerator < 0 and not (m["z"] and not scaled), whole, end

    # the first figures as an int, and the exponent of ten of the first of them
    def _figures(self, figures):
        if not self._numerator:
            return 0, 0
        n, d = abs(self._numerator), self._denominator
        exponent = len(str(n)) - len(str(d))
        exponent -= n * 10 ** max(-exponent, 0) < d * 10 ** max(exponent, 0)
        shift = figures - 1 - exponent
        scaled = _nearest(n * 10 ** max(shift, 0), d * 10 ** max(-shift, 0))
        return (scaled // 10, exponent + 1) if scaled == 10 ** figures else (scaled, exponent)

    __add__, __radd__ = _operators(_add, operator.add)
    __sub__, __rsub__ = _operators(_sub, operator.sub)
    __mul__, __rmul__ = _operators(_mul, operator.mul)
    __truediv__, __rtruediv__ = _operators(_div, operator.truediv)
    __floordiv__, __rfloordiv__ = _operators(_floordiv, operator.floordiv)
    __mod__, __rmod__ = _operators(_mod, operator.mod)
    __divmod__, __rdivmod__ = _operators(lambda x, y: (_floordiv(x, y), _mod(x, y)), divmod)

    def __pow__(a, b):
        if not isinstance(b, numbers.Rational):
            return float(a) ** b
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
            return _nearest(self._numerator, self._denominator)
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
        if _is_decimal(b):
            return b.is_finite() and a == Fraction(b)
        return NotImplemented

    def _order(self, other, compare):
        if _is_decimal(other):
            return compare(self, Fraction(other)) if other.is_finite() else compare(0, other)
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
