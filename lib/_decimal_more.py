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


def _group(text, mark, width):
    """The digits before the point in threes, with zeros before them as far as the width goes."""
    end = min([at for at in (text.find(c) for c in ".eE%") if at >= 0], default=len(text))
    digits, rest, out = text[:end], text[end:], []
    while True:
        out.insert(0, digits[-3:])
        digits = digits[:-3]
        missing = width - len(rest) - sum(map(len, out)) - len(out) + 1
        if not digits and missing <= 0:
            return mark.join(out) + rest
        if not digits and len(out[0]) < 3:
            digits = "0" * min(3 - len(out[0]), missing) + out.pop(0)
        elif not digits:
            digits = "0" * max(1, min(3, missing - 1))


def _digits_of(rest):
    end = 0
    while end < len(rest) and rest[end] in "0123456789":
        end += 1
    return rest[:end], rest[end:]


def _parse_spec(rest):
    fill, align, sign, drops_sign, mark, precision = " ", None, "", False, "", None
    if len(rest) > 1 and rest[1] in "<>^=":
        fill, align, rest = rest[0], rest[1], rest[2:]
    elif rest and rest[0] in "<>^=":
        align, rest = rest[0], rest[1:]
    if rest and rest[0] in "+- ":
        sign, rest = rest[0].replace("-", ""), rest[1:]
    if rest.startswith("z"):
        drops_sign, rest = True, rest[1:]
    if rest.startswith("0"):
        if align:
            raise ValueError("invalid format string")
        fill, align, rest = "0", "z", rest[1:]
    width, rest = _digits_of(rest)
    if rest.startswith(","):
        mark, rest = ",", rest[1:]
    if rest.startswith("."):
        precision, rest = _digits_of(rest[1:])
        if not precision:
            raise ValueError("invalid format string")
    if rest not in ("", "f", "F", "%", "e", "E", "g", "G", "n") or rest == "n" and mark:
        raise ValueError("invalid format string")
    return fill, align or ">", sign, drops_sign, int(width or 0), mark, precision and int(precision), rest


def _fixed(value, precision):
    with localcontext(_wide_context(10000)):
        if precision is not None:
            value = value.quantize(decimal.Decimal((0, (1,), -precision)))
        elif value.as_tuple().exponent > 0:
            value = value.quantize(decimal.Decimal(1))
    parts = value.as_tuple()
    text = "".join(map(str, parts.digits))
    if parts.exponent < 0:
        text = text.rjust(1 - parts.exponent, "0")
        text = text[:parts.exponent] + "." + text[parts.exponent:]
    return value, text


def _scientific(value, precision, letter):
    if precision is not None and value:
        with localcontext(_wide_context(precision + 1)):
            value = +value
    parts = value.as_tuple()
    digits = "".join(map(str, parts.digits))
    point = parts.exponent + len(digits) - 1
    if precision is not None:
        digits = digits.ljust(precision + 1, "0")
        point += 0 if value else precision
    return value, digits[0] + ("." + digits[1:] if digits[1:] else "") + f"{letter}{point:+d}"


def _general(value, precision, kind):
    if precision is not None and value:
        with localcontext(_wide_context(max(precision, 1))):
            value = +value
    text = str(value).lstrip("-")
    return value, text.lower() if kind in ("g", "n") else text


def format_decimal(value, spec):
    fill, align, sign, drops_sign, width, mark, precision, kind = _parse_spec(spec)
    if not value.is_finite():
        text = str(value).lstrip("-")
        fill, align = (" ", ">") if align == "z" else (fill, align)
    elif kind == "%":
        parts = value.as_tuple()
        value, text = _fixed(decimal.Decimal(parts._replace(exponent=parts.exponent + 2)), precision)
    elif kind in ("f", "F"):
        value, text = _fixed(value, precision)
    elif kind in ("e", "E"):
        value, text = _scientific(value, precision, kind)
    else:
        value, text = _general(value, precision, kind)
    negative = value.is_signed() and not (drops_sign and value.is_finite() and not value)
    text += "%" if kind == "%" else ""
    front = "-" if negative else sign
    if mark and value.is_finite():
        text = _group(text, mark, width - len(front) if align == "z" else 0)
    missing = width - len(front) - len(text)
    if missing <= 0:
        return front + text
    if align in "=z":
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
