"""humanfriendly: sizes and spans of time as people write them."""

import decimal
import re

__version__ = "10.0"
__incomplete__ = True


class InvalidSize(Exception):
    pass


class InvalidTimespan(Exception):
    pass


# symbol, name, decimal, binary; the binary names have an "i" in them
_SIZES = [(letter, name, 1000 ** (i + 1), 1024 ** (i + 1)) for i, (letter, name) in enumerate(
    [("K", "kilo"), ("M", "mega"), ("G", "giga"), ("T", "tera"), ("P", "peta"), ("E", "exa"), ("Z", "zetta"), ("Y", "yotta")])]
_BINARY = {"kilo": "kibi", "mega": "mebi", "giga": "gibi", "tera": "tebi", "peta": "pebi", "exa": "exbi", "zetta": "zebi",
           "yotta": "yobi"}

# divider, singular, plural, abbreviations
_SPANS = (
    (1e-9, "nanosecond", "nanoseconds", ["ns"]),
    (1e-6, "microsecond", "microseconds", ["us"]),
    (1e-3, "millisecond", "milliseconds", ["ms"]),
    (1, "second", "seconds", ["s", "sec", "secs"]),
    (60, "minute", "minutes", ["m", "min", "mins"]),
    (3600, "hour", "hours", ["h"]),
    (86400, "day", "days", ["d"]),
    (604800, "week", "weeks", ["w"]),
    (31449600, "year", "years", ["y"]),
)


def is_string(value):
    return isinstance(value, str)


def tokenize(text):
    """Numbers as numbers, everything else as stripped text."""
    out = []
    for token in re.split(r"(\d+(?:\.\d+)?)", text):
        token = token.strip()
        if re.match(r"\d+\.\d+", token):
            out.append(float(token))
        elif token.isdigit():
            out.append(int(token))
        elif token:
            out.append(token)
    return out


def _factor(unit, binary):
    for letter, name, decimal_factor, binary_factor in _SIZES:
        low = letter.lower()
        if unit in (low + "ib", _BINARY[name] + "byte"):
            return binary_factor
        if unit in (low + "b", name + "byte"):
            return binary_factor if binary else decimal_factor
        if unit.startswith(low):
            return binary_factor if binary else decimal_factor
    return None


def parse_size(size, binary=False):
    tokens = tokenize(size)
    if tokens and not is_string(tokens[0]):
        unit = tokens[1].lower() if len(tokens) == 2 and is_string(tokens[1]) else ""
        if len(tokens) == 1 or unit.startswith("b"):
            return int(tokens[0])
        if unit:
            unit = unit.rstrip("s") if len(unit) > 2 else unit
            factor = _factor(unit, binary)
            if factor:
                return int(tokens[0] * factor)
    raise InvalidSize(f"Failed to parse size! (input {size!r} was tokenized as {tokens!r})")


def parse_timespan(timespan):
    tokens = tokenize(timespan)
    if tokens and not is_string(tokens[0]):
        if len(tokens) == 1:
            return float(tokens[0])
        if len(tokens) == 2 and is_string(tokens[1]):
            unit = tokens[1].lower()
            for divider, singular, plural, short in _SPANS:
                if unit == singular or unit == plural or unit in short:
                    return float(tokens[0]) * divider
    raise InvalidTimespan(f"Failed to parse timespan! (input {timespan!r} was tokenized as {tokens!r})")


def round_number(count, keep_width=False):
    text = f"{float(count):.2f}"
    if not keep_width:
        text = re.sub("0+$", "", text)
        text = re.sub(r"\.$", "", text)
    return text


def pluralize_raw(count, singular, plural=None):
    plural = plural or singular + "s"
    return singular if float(count) == 1 else plural


def pluralize(count, singular, plural=None):
    return f"{count} {pluralize_raw(count, singular, plural)}"


def format_size(num_bytes, keep_width=False, binary=False):
    for letter, _, decimal_factor, binary_factor in reversed(_SIZES):
        factor = binary_factor if binary else decimal_factor
        if num_bytes >= factor:
            return f"{round_number(num_bytes / factor, keep_width)} {letter}{'iB' if binary else 'B'}"
    return pluralize(num_bytes, "byte")


def format_length(num_metres, keep_width=False):
    for divider, name in ((1000, "km"), (1, "metre"), (1e-2, "cm"), (1e-3, "mm"), (1e-9, "nm")):
        if num_metres >= divider:
            return pluralize(round_number(num_metres / divider, keep_width), name, "metres" if name == "metre" else name)
    return pluralize(num_metres, "metre")


def format_number(number, num_decimals=2):
    whole, _, fraction = str(number).partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    fraction = fraction[:num_decimals].rstrip("0")
    return sign + f"{int(digits):,}" + (f".{fraction}" if fraction else "")


def concatenate(items, conjunction="and", serial_comma=False):
    items = list(items)
    if len(items) < 2:
        return "".join(items)
    last = items.pop()
    comma = "," if serial_comma and len(items) > 1 else ""
    return f"{', '.join(items)}{comma} {conjunction} {last}"


def format_timespan(num_seconds, detailed=False, max_units=3):
    if hasattr(num_seconds, "total_seconds"):
        num_seconds = num_seconds.total_seconds()
    if num_seconds < 60 and not detailed:
        return pluralize(round_number(num_seconds), "second")
    left, parts = decimal.Decimal(str(num_seconds)), []
    for divider, singular, plural, _ in reversed(_SPANS if detailed else _SPANS[3:]):
        divider = decimal.Decimal(str(divider))
        count = left / divider
        if singular == "second" and not detailed:
            count = round_number(count)
        else:
            count = int(count)
        left %= divider
        if float(count):
            parts.append(pluralize(count, singular, plural))
    if len(parts) == 1:
        return parts[0]
    return concatenate(parts if detailed else parts[:max_units])
