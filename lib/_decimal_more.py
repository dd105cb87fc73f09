"""decimal: localcontext, DecimalTuple, format() and the rarer signals."""

import decimal
from collections import namedtuple

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")


InvalidOperation, DivisionByZero = decimal.InvalidOperation, decimal.DivisionByZero


class Inexact(decimal.DecimalException):
    pass


class Rounded(decimal.DecimalException):
    pass


class Clamped(decimal.DecimalException):
    pass


class Subnormal(decimal.DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(decimal.DecimalException, TypeError):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class InvalidContext(InvalidOperation):
    pass


for _signal in (Inexact, Rounded, Clamped, Subnormal, Overflow, Underflow, FloatOperation, ConversionSyntax, DivisionImpossible,
                DivisionUndefined, InvalidContext):
    _signal.__module__ = "decimal"


class localcontext:
    def __init__(self, ctx=None, **options):
        if ctx is not None and not isinstance(ctx, decimal.Context):
            raise TypeError("optional argument must be a context")
        self._new = (decimal.getcontext() if ctx is None else ctx).copy()
        for name, value in options.items():
            if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
                raise TypeError(f"{name!r} is an invalid keyword argument for this function")
            setattr(self._new, name, value)

    def __enter__(self):
        self._old = decimal.getcontext()
        decimal.setcontext(self._new)
        return self._new

    def __exit__(self, *info):
        decimal.setcontext(self._old)


def _wide_context(prec):
    """For texts: rounds as the context of the moment, says nothing."""
    return decimal.Context(prec, decimal.getcontext().rounding, -10 ** 12, 10 ** 12, traps=[])


def _group(digits, mark):
    out = []
    while len(digits) > 3:
        out.insert(0, digits[-3:])
        digits = digits[:-3]
    return mark.join([digits] + out)


def format_decimal(value, spec):
    rest = spec
    fill, align = " ", ">"
    if len(rest) > 1 and rest[1] in "<>^=":
        fill, align, rest = rest[0], rest[1], rest[2:]
    elif rest and rest[0] in "<>^=":
        align, rest = rest[0], rest[1:]
    sign = ""
    if rest and rest[0] in "+- ":
        sign, rest = rest[0], rest[1:]
    if rest.startswith("0"):
        fill, align, rest = "0", "=", rest[1:]
    width = ""
    while rest and rest[0].isdigit():
        width, rest = width + rest[0], rest[1:]
    mark = ""
    if rest and rest[0] in ",_":
        mark, rest = rest[0], rest[1:]
    precision = None
    if rest.startswith("."):
        digits = ""
        rest = rest[1:]
        while rest and rest[0].isdigit():
            digits, rest = digits + rest[0], rest[1:]
        precision = int(digits)
    kind = rest
    if kind not in ("", "f", "F", "%", "e", "E", "g", "G", "n"):
        raise ValueError("invalid format string")
    if kind == "%":
        value = decimal.Decimal(value.as_tuple()._replace(exponent=value.as_tuple().exponent + 2))
    negative = value.is_signed()
    if not value.is_finite():
        text = str(abs(value))
    elif kind in ("f", "F", "%"):
        if precision is not None:
            with localcontext(_wide_context(10000)):
                value = value.quantize(decimal.Decimal((0, (1,), -precision)))
        elif value.as_tuple().exponent > 0:
            with localcontext(_wide_context(10000)):
                value = value.quantize(decimal.Decimal(1))
        parts = value.as_tuple()
        text = "".join(map(str, parts.digits))
        if parts.exponent < 0:
            text = text.rjust(1 - parts.exponent, "0")
            text = text[:parts.exponent] + "." + text[parts.exponent:]
    elif kind in ("e", "E"):
        if precision is not None:
            with localcontext(_wide_context(precision + 1)):
                value = +value
        parts = value.as_tuple()
        digits = "".join(map(str, parts.digits))
        point = parts.exponent + len(digits) - 1
        if precision is not None:
            digits = digits.ljust(precision + 1, "0")
        text = digits[0] + ("." + digits[1:] if digits[1:] else "") + f"{kind}{point:+d}"
    else:
        if precision is not None:
            with localcontext(_wide_context(max(precision, 1))):
                value = +value
        text = str(value).lstrip("-")
    if mark:
        whole, dot, fraction = text.partition(".")
        text = _group(whole, mark) + dot + fraction
    if kind == "%":
        text += "%"
    front = "-" if negative else "" if sign in ("", "-") else sign
    missing = int(width or 0) - len(front) - len(text)
    if missing <= 0:
        return front + text
    if align == "=":
        return front + fill * missing + text
    if align == "<":
        return front + text + fill * missing
    if align == "^":
        return fill * (missing // 2) + front + text + fill * (missing - missing // 2)
    return fill * missing + front + text


MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN, MIN_ETINY = -MAX_EMAX, -1999999999999999997
HAVE_CONTEXTVAR = True
HAVE_THREADS = True
BasicContext = decimal.Context(9, "ROUND_HALF_UP",
                               traps=[InvalidOperation, DivisionByZero, Overflow, Underflow, Clamped])
ExtendedContext = decimal.Context(9, traps=[])
