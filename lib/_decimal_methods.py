"""The rarer methods of Decimal, and those of contexts. What they say of a result, they say by finishing it under the
context: unary plus rounds and notes that it did."""

import decimal
from collections.abc import MutableMapping
from types import MethodType

Decimal = decimal.Decimal
_ONE, _TEN = Decimal(1), Decimal(10)


def _digits(x):
    return "".join(map(str, x.as_tuple().digits))


_SIGNALING = Decimal("sNaN")


def _invalid():
    """NaN, where the context does not trap invalid operations."""
    return _SIGNALING + 0


def _other(value):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


def _context(context):
    return decimal.getcontext() if context is None else context


def _under(context, function, *args):
    """The function under this context, which notes what it finds."""
    if context is None:
        return function(*args)
    before = decimal.getcontext()
    decimal.setcontext(context)
    try:
        return function(*args)
    finally:
        decimal.setcontext(before)


def _times_one(x):
    return x * _ONE


def _rounded(x, context=None):
    """As the context has it; unlike unary plus -0 stays what it is."""
    return _under(context, _times_one, x)


def _work(prec, rounding=decimal.ROUND_HALF_EVEN):
    """A context for steps on the way to a result."""
    return decimal.localcontext(decimal.Context(prec, rounding, -10 ** 12, 10 ** 12, traps=[]))


def _quiet(self, other=None):
    """The NaN of operands one of which is a NaN."""
    return self + (0 if other is None else other)


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


def is_normal(self, context=None):
    return self.is_finite() and not self.is_zero() and self.adjusted() >= _context(context).Emin


def is_subnormal(self, context=None):
    return self.is_finite() and not self.is_zero() and self.adjusted() < _context(context).Emin


def number_class(self, context=None):
    if self.is_nan():
        return "sNaN" if self.is_snan() else "NaN"
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
        return _invalid()
    return self.compare(other, context)


def _total_key(x):
    sign, _, exponent = x.as_tuple()
    if x.is_nan():
        return 3 if x.is_snan() else 4
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
    return _work(2 * sum(spread) + 28)


def fma(self, other, third, context=None):
    other, third = _other(other), _other(third)
    if self.is_nan() or other.is_nan() or not self.is_finite() or not other.is_finite():
        return _under(context, lambda: self * other + third)
    if not third.is_finite():
        return _rounded(third, context)
    with _wide(self, other, third):
        exact = self * other + third
    return _rounded(exact, context)


def remainder_near(self, other, context=None):
    other = _other(other)
    if self.is_nan() or other.is_nan():
        return _quiet(self, other)
    if self.is_zero() and other.is_zero():
        return _under(context, lambda: self / other)
    if self.is_infinite() or other.is_zero():
        return _under(context, _invalid)
    if other.is_infinite():
        return _rounded(self, context)
    whole = _under(context, lambda: self // other)
    if whole.is_nan():  # too long a quotient
        return whole
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
        return _quiet(self, other)
    if not other.is_finite() or other.as_tuple().exponent != 0:
        return _invalid()
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
        return _under(context, lambda: Decimal(-1) / 0)
    return _rounded(Decimal(self.adjusted()), context)


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
    with decimal.localcontext(context, rounding=decimal.ROUND_CEILING if up else decimal.ROUND_FLOOR, traps=[]):
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
        return _quiet(self, other)
    if self == other:
        return copy_sign(self, other)
    found = _step(self, context, self < other)
    signals = ()
    if found.is_infinite():
        signals = decimal.Overflow, decimal.Rounded, decimal.Inexact
    elif found.adjusted() < _context(context).Emin:
        signals = decimal.Underflow, decimal.Subnormal, decimal.Rounded, decimal.Inexact
        signals += (decimal.Clamped,) if found.is_zero() else ()
    _under(context, decimal._signal, sum(map(_bit, signals)))
    return found


# --- digits as bits


def _logical(x, prec):
    sign, digits, exponent = x.as_tuple()
    if not x.is_finite() or sign or exponent or any(digit > 1 for digit in digits):
        return None
    return _digits(x).rjust(prec, "0")[-prec:]


def _bits(a, b, context, join):
    prec = _context(context).prec
    a, b = _logical(a, prec), _logical(b, prec)
    if a is None or b is None:
        return _invalid()
    pairs = zip(a, b)
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
        return None, None
    return int(other), _digits(self).rjust(prec, "0")[-prec:]


def _moved(self, other, context, move):
    other = _other(other)
    if self.is_nan() or other.is_nan():
        return _quiet(self, other)
    count, digits = _places(self, other, context)
    if digits is None:
        return _invalid()
    if self.is_infinite():
        return self
    sign, _, exponent = self.as_tuple()
    return Decimal((sign, tuple(map(int, move(digits, count).lstrip("0") or "0")), exponent))


def _shifted(digits, count):
    return (digits + "0" * count)[-len(digits):] if count >= 0 else digits[:count]


def _rotated(digits, count):
    count %= len(digits)
    return digits[count:] + digits[:count]


def shift(self, other, context=None):
    return _moved(self, other, context, _shifted)


def rotate(self, other, context=None):
    return _moved(self, other, context, _rotated)


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


def _noted(context, function, *args):
    """The function, rounding to the nearest; what it notes on its way is told at once, when it is done."""
    aside = context.copy()
    aside.rounding = decimal.ROUND_HALF_EVEN
    aside.clear_flags()
    aside.clear_traps()
    found = _under(aside, function, *args)
    _under(context, decimal._signal, aside._flags)
    return found


def _beside(number, exponent):
    """A number that begins so and is not this one: its rounding is inexact."""
    return Decimal(f"{number}1E{exponent - 1}")


def _nearest(approximate, context):
    """approximate(digits): (number, exponent, error). With more and more digits, until the error does not matter."""
    spare = 6
    while True:
        number, exponent, error = approximate(context.prec + spare)
        spare *= 3
        if abs(number) <= 2 * error:
            continue
        low, high = [_under(_quiet_copy(context), _times_one, _beside(n, exponent)) for n in (number - error, number + error)]
        if low.as_tuple() == high.as_tuple():
            return _noted(context, _times_one, _beside(number, exponent))


def _quiet_copy(context):
    copy = context.copy()
    copy.rounding = decimal.ROUND_HALF_EVEN
    copy.clear_traps()
    return copy


def exp(self, context=None):
    context = _context(context)
    if self.is_nan():
        return _under(context, _quiet, self)
    if self.is_infinite():
        return Decimal(0) if self.is_signed() else self
    if self.is_zero():
        return _ONE
    if self.adjusted() > 18:  # beyond every range
        beyond = decimal.MIN_ETINY if self.is_signed() else decimal.MAX_EMAX
        return _noted(context, _times_one, Decimal((0, (1, 0), beyond)))

    def approximate(digits):
        places = digits + 8 + max(self.adjusted(), 0) * 2
        _, ln10 = _ln_number(_TEN, places)
        scale = 10 ** places
        with _work(places + 20 + max(self.adjusted(), 0)):
            n = int((self * scale).to_integral_value(rounding=decimal.ROUND_FLOOR))
        power, rest = divmod(n, ln10)
        return _exp_scaled(rest, scale), power - places, (abs(power) + 50 * places) * 100

    return _nearest(approximate, context)


def _special_log(self, context):
    if self.is_nan():
        return _under(context, _quiet, self)
    if self.is_zero():
        return Decimal("-Infinity")
    if self.is_signed():
        return _under(context, _invalid)
    return self if self.is_infinite() else None


def _zeros_of_log(x):
    """How many zeros stand behind the point of ln(x)."""
    if x.adjusted() not in (-1, 0):
        return 0
    with _wide(x):
        return max(0, -(x - 1).adjusted())


def ln(self, context=None):
    context = _context(context)
    special = _special_log(self, context)
    if special is not None:
        return special
    if self == 1:
        return Decimal(0)
    zeros = _zeros_of_log(self)

    def approximate(digits):
        places = digits + zeros
        return _ln_number(self, places)[0], -places, 2

    return _nearest(approximate, context)


def log10(self, context=None):
    context = _context(context)
    special = _special_log(self, context)
    if special is not None:
        return special
    if _digits(self).rstrip("0") == "1":
        return _rounded(Decimal(self.adjusted()), context)
    zeros = _zeros_of_log(self)

    def approximate(digits):
        places = digits + zeros + 2
        found, ln10 = _ln_number(self, places)
        return found * 10 ** places // ln10, -places, 4 + abs(found) // 10 ** places

    return _nearest(approximate, context)


METHODS = {name: function for name, function in globals().items()
           if callable(function) and type(function) is type(_digits) and (not name.startswith("_") or name == "__complex__")}
PROPERTIES = {name: METHODS.pop(name) for name in ("real", "imag")}


def bound(self, name):
    """The method of a number, or its attribute; None when it has no such thing."""
    if name in PROPERTIES:
        return PROPERTIES[name](self)
    function = METHODS.get(name)
    return function and MethodType(function, self)


def _power_special(a, b):
    """a ** b where one of them is infinite or a NaN, or a is zero; None elsewhere."""
    if a.is_nan() or b.is_snan():
        return _quiet(a, b)
    if b.is_zero():
        return _invalid() if a.is_zero() else _ONE
    if b.is_nan():
        return _quiet(b)
    whole = b.is_finite() and b == b.to_integral_value()
    odd = whole and b.adjusted() < 30 and int(b) % 2 == 1
    if a.is_signed() and not a.is_zero() and not whole:
        return _invalid()
    sign = 1 if a.is_signed() and odd else 0
    size = a.copy_abs()
    if size == 1 and not whole:
        return _noted(decimal.getcontext(), _long_one)
    if b.is_infinite():
        return Decimal("Infinity") if (size > 1) != b.is_signed() else Decimal(0)
    if a.is_zero() or a.is_infinite():
        grows = a.is_infinite() != b.is_signed()
        return Decimal((sign, (), "F")) if grows else Decimal((sign, (0,), 0))
    return None


def _power_modulo(a, b, modulo):
    a, b, modulo = a, _other(b), _other(modulo)
    numbers = (a, b, modulo)
    whole = all(n.is_finite() and n == n.to_integral_value() for n in numbers)
    if not whole or b.is_signed() or modulo.is_zero() or modulo.adjusted() >= decimal.getcontext().prec or a.is_zero() and b.is_zero():
        return _invalid()
    found = pow(abs(int(a)), int(b), abs(int(modulo)))
    return Decimal(-found if a.is_signed() and int(b) % 2 else found)


def _long_one():
    """1 with as many digits as the precision has: what is left of a number that was rounded."""
    decimal._signal(_bit(decimal.Inexact) | _bit(decimal.Rounded))
    prec = decimal.getcontext().prec
    return Decimal((0, (1,) + (0,) * (prec - 1), 1 - prec))


def _real_power(a, b, sign, rounding):
    """Over logarithms, with 23 digits more than the longer of the base and the precision."""
    prec = max(decimal.getcontext().prec, len(_digits(a)))
    with _work(prec + 23):
        exponent = ln(a) * b
        found = exp(exponent)
    decimal._signal(_bit(decimal.Inexact) | _bit(decimal.Rounded))
    if found == 1:
        return _long_one()
    decimal.getcontext().rounding = rounding
    return _times_one(found.copy_negate() if sign else found)


def _power(a, b):
    """a ** b where b is no whole number that could be multiplied out."""
    special = _power_special(a, b)
    if special is not None:
        return special
    sign = a.is_signed() and b.adjusted() < 30 and int(b) % 2
    context = decimal.getcontext()
    return _noted(context, _real_power, a.copy_abs(), b, sign, context.rounding)


# --- contexts


_names = ("InvalidOperation", "FloatOperation", "DivisionByZero", "Overflow", "Underflow", "Subnormal", "Inexact", "Rounded",
          "Clamped")
_WORDS = ("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, "
          "Subnormal, Inexact, Rounded,\n   Clamped]")


def _signal_list():
    return [getattr(decimal, name) for name in _names]


def _bit(signal):
    for i, one in enumerate(_signal_list()):
        if one is signal:
            return 1 << i
    raise KeyError(_WORDS)


def _signal_bits(signals):
    """Of a list of signals, or a mapping of each to whether it is set."""
    if isinstance(signals, list):
        return sum({_bit(signal) for signal in signals})
    if not isinstance(signals, MutableMapping | dict):
        raise TypeError("argument must be a signal dict")
    return sum(_bit(signal) for signal, is_set in signals.items() if is_set)


class SignalDict(MutableMapping):
    """context.flags or context.traps."""

    def __init__(self, context, field):
        self._context, self._field = context, field

    def __getitem__(self, signal):
        return getattr(self._context, self._field) & _bit(signal) != 0

    def __setitem__(self, signal, value):
        bits, bit = getattr(self._context, self._field), _bit(signal)
        setattr(self._context, self._field, bits | bit if value else bits & ~bit)

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter(_signal_list())

    def __len__(self):
        return len(_names)

    def __repr__(self):
        return "{" + ", ".join(f"{signal}:{is_set}" for signal, is_set in self.items()) + "}"

    def copy(self):
        return dict(self)


SignalDict.__module__ = "decimal"


def context_attribute(context, name):
    """Signals, and operations under this context; None when there is no such thing."""
    if name in ("flags", "traps"):
        return SignalDict(context, "_" + name)
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
        return lambda a, b, modulo=None: _under(context, lambda: pow(_other(a), _other(b), modulo))
    if name not in _context_names:
        return None
    if name == "radix":
        return lambda: _TEN
    function = _as_operators.get(name) or (lambda self, *rest: getattr(self, name)(*rest))
    return lambda *args: _under(context, function, *[_other(arg) for arg in args])
