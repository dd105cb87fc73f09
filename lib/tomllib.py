"""TOML 1.0 as dictionaries and lists. parse_float sees the shortest text of the number, not the one in the file."""

__all__ = ["loads", "load", "TOMLDecodeError"]


class TOMLDecodeError(ValueError):
    pass


def load(fp, /, *, parse_float=float):
    data = fp.read()
    if not isinstance(data, bytes):
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(data.decode(), parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    from _tomllib import parse

    text = s.replace("\r\n", "\n")
    try:
        found = parse(text, _moment)
    except ValueError as error:
        found = error.args[0] if error.args and isinstance(error.args[0], tuple) else error.args
        if len(found) != 3:
            raise TOMLDecodeError("Invalid date or datetime") from error
        words, line, column = found
        lines = s.replace("\r\n", "\n").split("\n")
        at_end = line > len(lines) or line == len(lines) and column > len(lines[-1])
        where = "at end of document" if at_end else f"at line {line}, column {column}"
        raise TOMLDecodeError(f"{words} ({where})") from None
    return found if parse_float is float else _floats(found, parse_float)


def _moment(text):
    from datetime import date, datetime, time

    if ":" not in text:
        return date.fromisoformat(text)
    if "-" not in text[:5]:
        return time.fromisoformat(text)
    return datetime.fromisoformat(text.upper().replace(" ", "T"))


def _floats(value, parse_float):
    if isinstance(value, float):
        made = parse_float(repr(value))
        if isinstance(made, (dict, list)):
            raise ValueError("parse_float must not return dicts or lists")
        return made
    if isinstance(value, list):
        return [_floats(item, parse_float) for item in value]
    if isinstance(value, dict):
        return {key: _floats(item, parse_float) for key, item in value.items()}
    return value
