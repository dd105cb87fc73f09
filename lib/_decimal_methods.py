"""The rarer methods of Decimal, and those of contexts. What C raises (division by zero, invalid operations) is raised
whatever the traps say, and flags of rounding stay down: see docs/differences.md."""

import decimal
from types import MethodType

Decimal = decimal.Decimal
_ONE, _TEN = Decimal(1), Decimal(10)


def _digits(x):
    return "".join(map(str, x.as_tuple().digits))


def _invalid(words=None):
    if words is None:
        raise decimal.InvalidOperation([decimal.InvalidOperation])
    raise decimal.InvalidOperation(words)


def _other(value):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


def _context(context):
    return decimal.getcontext() if context is None else context


def _rounded(x, context=None):
    with decimal.localcontext(context):
        return +x


# --- what a number is


def as_integer_ratio(self):
    if self.is_nan():
        raise ValueError("cannot convert NaN to integer ratio")
    if self.is_infinite():
        raise OverflowError("cannot convert Infinity to integer ratio")
    sign, digits, exponent = self.as_tuple()
    whole = int("".join(map(str, digits))) * (-1 if sign else 1)
    if exponent >= 0:
        return whole * 10 ** exponent, 1
    from math import gcd

    scale = 10 ** -exponent
    divisor = gcd(whole, scale)
    return whole // divisor, scale // divisor


def canonical(self):
    return self


def is_canonical(self):
    return True


def is_snan(self):
    return False


def is_normal(self, context=None):
    return self.is_finite() and not self.is_zero() and self.adjusted() >= _context(context).Emin


def is_subnormal(self, context=None):
    return self.is_finite() and not self.is_zero() and self.adjusted() < _context(context).Emin


def number_class(self, context=None):
    if self.is_nan():
        return "NaN"
    sign = "-" if self.is_signed() else "+"
    kind = ("Infinity" if self.is_infinite() else "Zero" if self.is_zero() else
            "Subnormal" if is_subnormal(self, context) else "Normal")
    return sign + kind


def radix(self):
    return _TEN


def same_quantum(self, other, context=None):
    other = _other(other)
    if not self.is_finite() or not other.is_finite():
        return self.is_nan() and other.is_nan() or self.is_infinite() and other.is_infinite()
    return self.as_tuple().exponent == other.as_tuple().exponent


def real(self):
    return self


def imag(self):
    return Decimal(0)


def __complex__(self):
    return complex(float(self))


def to_eng_string(self, context=None):
    if not self.is_finite():
        return str(self)
    sign, digits, exponent = self.as_tuple()
    digits = "".join(map(str, digits))
    left = exponent + len(digits)
    if exponent <= 0 and left > -6:
        point = left
    elif digits == "0":
        point = (left + 1) % 3 - 1
    else:
        point = (left - 1) % 3 + 1
    if point <= 0:
        whole, part = "0", "." + "0" * -point + digits
    elif point >= len(digits):
        whole, part = digits + "0" * (point - len(digits)), ""
    else:
        whole, part = digits[:point], "." + digits[point:]
    end = "" if left == point else f"E{left - point:+d}"
    return "-" * sign + whole + part + end


# --- signs and order


def copy_sign(self, other, context=None):
    return self.copy_abs().copy_negate() if _other(other).is_signed() else self.copy_abs()


def compare_signal(self, other, context=None):
    other = _other(other)
    if self.is_nan() or other.is_nan():
        _invalid()
    return self.compare(other)


def _total_key(x):
    sign, _, exponent = x.as_tuple()
    if x.is_nan():
        return 3
    return 2 if x.is_infinite() else 1


def compare_total(self, other, context=None):
    other = _other(other)
    if self.is_signed() != other.is_signed():
        return Decimal(-1) if self.is_signed() else _ONE
    flip = -1 if self.is_signed() else 1
    a, b = self.copy_abs(), other.copy_abs()
    if _total_key(a) != _total_key(b):
        return Decimal(flip if _total_key(a) > _total_key(b) else -flip)
    if not a.is_finite():
        return Decimal(0)
    if a != b:
        return Decimal(flip if a > b else -flip)
    x, y = a.as_tuple().exponent, b.as_tuple().exponent
    return Decimal(flip * ((x > y) - (x < y)))


def compare_total_mag(self, other, context=None):
    return compare_total(self.copy_abs(), _other(other).copy_abs())


def max_mag(self, other, context=None):
    other = _other(other)
    a, b = self.copy_abs(), other.copy_abs()
    return self.max(other, context) if a.is_nan() or b.is_nan() or a == b else _rounded(self if a > b else other, context)


def min_mag(self, other, context=None):
    other = _other(other)
    a, b = self.copy_abs(), other.copy_abs()
    return self.min(other, context) if a.is_nan() or b.is_nan() or a == b else _rounded(self if a < b else other, context)


# --- arithmetic


def _wide(*numbers):
    spread = [abs(one.as_tuple().exponent) + len(one.as_tuple().digits) for one in numbers if one.is_finite()]
    return decimal.localcontext(prec=2 * sum(spread) + 28)


def fma(self, other, third, context=None):
    other, third = _other(other), _other(third)
    with _wide(self, other, third):
        exact = self * other + third
    return _rounded(exact, context)


def remainder_near(self, other, context=None):
    other = _other(other)
    if self.is_nan() or other.is_nan():
        return Decimal("NaN")
    if self.is_infinite() or other.is_zero():
        _invalid()
    if other.is_infinite():
        return _rounded(self, context)
    with _wide(self, other):
        rest = self % other
        twice, size = abs(rest) * 2, abs(other)
        odd = (self // other) % 2 != 0
        if twice > size or twice == size and odd:
            rest -= copy_sign(other, rest)
        if rest.is_zero():
            rest = copy_sign(rest, self)
    return _rounded(rest, context)


def scaleb(self, other, context=None):
    other = _other(other)
    if self.is_nan() or other.is_nan():
        return Decimal("NaN")
    if not other.is_finite() or other.as_tuple().exponent != 0:
        _invalid()
    if self.is_infinite():
        return self
    sign, digits, exponent = self.as_tuple()
    return _rounded(Decimal((sign, digits, exponent + int(other))), context)


def logb(self, context=None):
    if self.is_nan():
        return self
    if self.is_infinite():
        return Decimal("Infinity")
    if self.is_zero():
        raise decimal.DivisionByZero([decimal.DivisionByZero])
    return _rounded(Decimal(self.adjusted()), context)


def to_integral_exact(self, rounding=None, context=None):
    if not self.is_finite() or self.as_tuple().exponent >= 0:
        return self
    return self.to_integral_value(rounding=rounding or _context(context).rounding)


def _step(self, context, up):
    context = _context(context)
    if self.is_nan():
        return self
    if self.is_infinite() and self.is_signed() != up:
        return self
    prec = context.prec
    if self.is_infinite():
        return Decimal((int(self.is_signed()), (9,) * prec, context.Emax - prec + 1))
    if self.is_zero():
        return Decimal((int(not up), (1,), context.Emin - prec + 1))
    with decimal.localcontext(context, rounding=decimal.ROUND_CEILING if up else decimal.ROUND_FLOOR):
        rounded = +self
        if rounded != self:
            return rounded
        return self + Decimal((int(not up), (1,), self.adjusted() - prec - 1))


def next_plus(self, context=None):
    return _step(self, context, True)


def next_minus(self, context=None):
    return _step(self, context, False)


def next_toward(self, other, context=None):
    other = _other(other)
    if self.is_nan() or other.is_nan():
        return Decimal("NaN")
    if self == other:
        return copy_sign(self, other)
    return _step(self, context, self < other)


# --- digits as bits


def _logical(x, prec):
    sign, digits, exponent = x.as_tuple()
    if not x.is_finite() or sign or exponent or any(digit > 1 for digit in digits):
        _invalid()
    return _digits(x).rjust(prec, "0")[-prec:]


def _bits(a, b, context, join):
    prec = _context(context).prec
    pairs = zip(_logical(a, prec), _logical(b, prec))
    return Decimal(int("".join(str(join(int(x), int(y))) for x, y in pairs)))


def logical_and(self, other, context=None):
    return _bits(self, _other(other), context, lambda x, y: x & y)


def logical_or(self, other, context=None):
    return _bits(self, _other(other), context, lambda x, y: x | y)


def logical_xor(self, other, context=None):
    return _bits(self, _other(other), context, lambda x, y: x ^ y)


def logical_invert(self, context=None):
    return _bits(self, Decimal("1" * _context(context).prec), context, lambda x, y: x ^ y)


def _places(self, other, context):
    prec = _context(context).prec
    if other.as_tuple().exponent != 0 or abs(int(other)) > prec:
        _invalid()
    return int(other), _digits(self).rjust(prec, "0")[-prec:]


def shift(self, other, context=None):
    other = _other(other)
    if self.is_nan() or other.is_nan():
        return Decimal("NaN")
    count, digits = _places(self, other, context)
    if self.is_infinite():
        return self
    kept = (digits + "0" * count)[-len(digits):] if count >= 0 else digits[:count]
    sign, _, exponent = self.as_tuple()
    return Decimal((sign, tuple(map(int, kept.lstrip("0") or "0")), exponent))


def rotate(self, other, context=None):
    other = _other(other)
    if self.is_nan() or other.is_nan():
        return Decimal("NaN")
    count, digits = _places(self, other, context)
    if self.is_infinite():
        return self
    count %= len(digits)
    kept = digits[count:] + digits[:count]
    sign, _, exponent = self.as_tuple()
    return Decimal((sign, tuple(map(int, kept.lstrip("0") or "0")), exponent))


# --- exponentials: whole numbers scaled by a power of ten, with digits to spare


# e^(n / scale) * scale, by halving the argument until the series is short
def _exp_scaled(n, scale):
    halvings = 0
    while abs(n) * 8 > scale:
        n, halvings = n // 2, halvings + 1
    total = term = scale
    k = 1
    while term:
        term = term * n // (k * scale) if term * n >= 0 else -(-term * n // (k * scale))
        total += term
        k += 1
    for _ in range(halvings):
        total = total * total // scale
    return total


def _ln_scaled(n, scale):
    """ln(n / scale) * scale, n near scale: by the series of atanh."""
    z = (n - scale) * scale // (n + scale)
    square, term, total, k = z * z // scale, z, z, 3
    while term:
        term = term * square // scale
        total += term // k
        k += 2
        if term in (0, -1):
            break
    return 2 * total


def _ln_number(x, places):
    """ln(x) * 10^places of a positive x."""
    spare = places + 20 + len(str(abs(x.adjusted()) + 1))
    scale = 10 ** spare
    exponent = x.adjusted()
    digits = int(_digits(x)) * 10 ** spare // 10 ** (len(_digits(x)) - 1)
    twos = 0
    while digits * 3 > scale * 4:
        digits, twos = digits // 2, twos + 1
    ln2 = _ln2(scale)
    ln10 = 3 * ln2 + _ln_scaled(10 * scale // 8, scale)
    return (_ln_scaled(digits, scale) + twos * ln2 + exponent * ln10) // 10 ** (spare - places), ln10 // 10 ** (spare - places)


def _ln2(scale):
    return _ln_scaled(4 * scale // 3, scale) + _ln_scaled(3 * scale // 2, scale)


def _decimal_of(n, places):
    return Decimal((int(n < 0), tuple(map(int, str(abs(n)))), -places))


def exp(self, context=None):
    context = _context(context)
    if self.is_nan():
        return self
    if self.is_infinite():
        return Decimal(0) if self.is_signed() else self
    if self.is_zero():
        return _ONE
    places = context.prec + 10 + max(self.adjusted(), 0) * 2
    if self.adjusted() > 7:
        raise decimal.Overflow([decimal.Overflow, decimal.Rounded])
    _, ln10 = _ln_number(_TEN, places + 20)
    scale = 10 ** (places + 20)
    with decimal.localcontext(prec=places + 40):
        n = int((self * scale).to_integral_value(rounding=decimal.ROUND_FLOOR))
    power, rest = divmod(n, ln10)
    found = _exp_scaled(rest, scale)
    with decimal.localcontext(context, rounding=decimal.ROUND_HALF_EVEN):
        return +Decimal((0, tuple(map(int, str(found))), power - places - 20))


def _special_log(self):
    if self.is_nan():
        return self
    if self.is_zero():
        return Decimal("-Infinity")
    if self.is_signed():
        _invalid()
    return self if self.is_infinite() else None


def ln(self, context=None):
    context = _context(context)
    special = _special_log(self)
    if special is not None:
        return special
    if self == 1:
        return Decimal(0)
    places = context.prec + 12 + max(0, -(self - 1).adjusted())
    with decimal.localcontext(context, rounding=decimal.ROUND_HALF_EVEN):
        return +_decimal_of(_ln_number(self, places)[0], places)


def log10(self, context=None):
    context = _context(context)
    special = _special_log(self)
    if special is not None:
        return special
    if _digits(self).rstrip("0") == "1":
        return _rounded(Decimal(self.adjusted()), context)
    places = context.prec + 12 + max(0, -(self - 1).adjusted())
    found, ln10 = _ln_number(self, places)
    with decimal.localcontext(context, rounding=decimal.ROUND_HALF_EVEN):
        return +_decimal_of(found * 10 ** places // ln10, places)


METHODS = {name: function for name, function in globals().items()
           if callable(function) and type(function) is type(_digits) and function is not _rounded and (not name.startswith("_") or name == "__complex__")}
PROPERTIES = {name: METHODS.pop(name) for name in ("real", "imag")}


def bound(self, name):
    """The method of a number, or its attribute; None when it has no such thing."""
    if name in PROPERTIES:
        return PROPERTIES[name](self)
    function = METHODS.get(name)
    return function and MethodType(function, self)


# a ** b when b is no whole number that fits
def _power(a, b):
    if a.is_nan() or b.is_nan():
        return Decimal("NaN")
    if b.is_infinite():
        size = a.copy_abs()
        if a.is_signed() and not a.is_zero():
            _invalid()
        if size == 1:
            return _rounded(_ONE)
        return Decimal("Infinity") if (size > 1) != b.is_signed() else Decimal(0)
    if b == b.to_integral_value() and b.adjusted() < 18:
        return a ** int(b)
    if a.is_signed() and not a.is_zero():
        _invalid()
    if a.is_zero():
        return Decimal("Infinity") if b.is_signed() else Decimal(0)
    if a.is_infinite():
        return Decimal(0) if b.is_signed() else a
    prec = decimal.getcontext().prec
    with decimal.localcontext(prec=prec + 15 + max(b.adjusted(), 0), rounding=decimal.ROUND_HALF_EVEN):
        found = exp(ln(a) * b)
    return _rounded(found)


# --- contexts


class _Signals:
    """flags and traps. What is trapped cannot be changed, what was rounded is not noted: both are refused, not ignored."""

    _trapped = ("InvalidOperation", "DivisionByZero", "Overflow")
    _names = ("InvalidOperation", "FloatOperation", "DivisionByZero", "Overflow", "Underflow", "Subnormal", "Inexact", "Rounded",
              "Clamped")

    def __init__(self, kind):
        self._kind = kind

    def _state(self, signal):
        if signal.__name__ not in self._names:
            raise KeyError("invalid error flag")
        return self._kind == "traps" and signal.__name__ in self._trapped

    def __getitem__(self, signal):
        if self._kind == "flags" and signal.__name__ in ("Inexact", "Rounded", "Underflow", "Subnormal", "Clamped"):
            raise NotImplementedError(f"the flag {signal.__name__} is not kept by this Python dialect")
        return self._state(signal)

    def __setitem__(self, signal, value):
        if self._kind == "traps" and bool(value) != self._state(signal):
            raise NotImplementedError(f"the trap {signal.__name__} of decimal cannot be changed in this Python dialect")

    def __iter__(self):
        return (getattr(decimal, name) for name in self._names)

    keys = __iter__

    def __contains__(self, signal):
        return signal.__name__ in self._names

    def __len__(self):
        return len(self._names)


_fixed = {"Emax": 999999, "Emin": -999999, "capitals": 1, "clamp": 0}


def context_attribute(context, name):
    """Limits, signals, and operations under this context; None when there is no such thing."""
    if name in _fixed:
        return _fixed[name]
    if name in ("flags", "traps"):
        return _Signals(name)
    if name in ("clear_flags", "clear_traps"):
        return lambda: None
    if name == "Etiny":
        return lambda: context.Emin - context.prec + 1
    if name == "Etop":
        return lambda: context.Emax - context.prec + 1
    if name == "create_decimal_from_float":
        return lambda f: _rounded(Decimal.from_float(f), context)
    return context_method(context, name)


_as_operators = {
    "add": lambda a, b: a + b, "subtract": lambda a, b: a - b, "multiply": lambda a, b: a * b, "divide": lambda a, b: a / b,
    "divide_int": lambda a, b: a // b, "remainder": lambda a, b: a % b, "divmod": divmod, "minus": lambda a: -a,
    "plus": lambda a: +a, "abs": abs, "to_sci_string": str, "copy_decimal": lambda a: a,
    "to_integral": lambda a: a.to_integral_value(), "is_nan": lambda a: a.is_nan(),
}
_context_names = frozenset(_as_operators) | {
    "canonical", "compare", "compare_signal", "compare_total", "compare_total_mag", "copy_abs", "copy_negate", "copy_sign", "exp",
    "fma", "is_canonical", "is_finite", "is_infinite", "is_normal", "is_qnan", "is_signed", "is_snan", "is_subnormal", "is_zero",
    "ln", "log10", "logb", "logical_and", "logical_invert", "logical_or", "logical_xor", "max", "max_mag", "min", "min_mag",
    "next_minus", "next_plus", "next_toward", "normalize", "number_class", "quantize", "radix", "remainder_near", "rotate",
    "same_quantum", "scaleb", "shift", "sqrt", "to_eng_string", "to_integral_exact", "to_integral_value"}


def context_method(context, name):
    """context.add, context.quantize ...: the operation under this context; None when it has no such method."""
    if name == "power":
        return lambda a, b, modulo=None: _under(context, lambda x, y: pow(x, y, modulo), (a, b))
    if name not in _context_names:
        return None
    if name == "radix":
        return lambda: _TEN
    function = _as_operators.get(name) or (lambda self, *rest: getattr(self, name)(*rest))
    return lambda *args: _under(context, function, args)


def _under(context, function, args):
    with decimal.localcontext(context):
        return function(*[_other(arg) for arg in args])
