"""Values over several lines when one is too short."""


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return _format(object, 0, width, sort_dicts)


def _format(value, column, width, sort):
    if isinstance(value, dict) and type(value).__repr__ is dict.__repr__ or type(value) is dict:
        keys = sorted(value, key=lambda key: (str(type(key)), key) if not isinstance(key, str) else ("", key)) if sort else list(value)
        text = "{" + ", ".join(f"{key!r}: {value[key]!r}" for key in keys) + "}"
        if len(text) + column <= width:
            return text
        parts = [f"{key!r}: " + _format(value[key], column + len(repr(key)) + 3, width, sort) for key in keys]
        return "{" + (",\n" + " " * (column + 1)).join(parts) + "}"
    text = repr(value)
    if len(text) + column > width and type(value) in (list, tuple):
        parts = [_format(item, column + 1, width, sort) for item in value]
        ends = "[]" if type(value) is list else "()"
        return ends[0] + (",\n" + " " * (column + 1)).join(parts) + ends[1]
    return text


def pprint(object, stream=None, **options):
    text = pformat(object, **options) + "\n"
    if stream is None:
        print(text, end="")
    else:
        stream.write(text)


pp = pprint
