"""TOML 1.0 as dictionaries and lists."""

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

    def number(digits):
        made = parse_float(digits)
        if isinstance(made, (dict, list)):
            raise ValueError("parse_float must not return dicts or lists")
        return made

    try:
        return parse(text, _moment, None if parse_float is float else number)
    except ValueError as error:
        found = error.args[0] if error.args and isinstance(error.args[0], tuple) else error.args
        if len(found) != 3:
            raise
        raise TOMLDecodeError(found[0]) from None


def _moment(text):
    from datetime import date, datetime, time

    if ":" not in text:
        return date.fromisoformat(text)
    if "-" not in text[:5]:
        return time.fromisoformat(text)
    return datetime.fromisoformat(text.upper().replace(" ", "T"))
