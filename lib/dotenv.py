"""python-dotenv: .env files."""

import os

__all__ = ["load_dotenv", "dotenv_values", "find_dotenv", "get_key"]
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


def _quoted(text, start):
    """The value between quotes and the index behind the closing one, or None when it never closes."""
    quote = text[start]
    out, i = [], start + 1
    while i < len(text):
        c = text[i]
        if c == quote:
            return "".join(out), i + 1
        if c == "\\" and i + 1 < len(text):
            following = text[i + 1]
            allowed = "\\'" if quote == "'" else _ESCAPES
            if following in allowed:
                out.append(_ESCAPES[following])
            else:
                out.append(c + following)
            i += 2
            continue
        out.append(c)
        i += 1
    return None


def _line_end(text, i):
    end = text.find("\n", i)
    return len(text) if end < 0 else end


def _skip_blank(text, i, blanks):
    while i < len(text) and text[i] in blanks:
        i += 1
    return i


def _parse(text):
    """(name, value) pairs; value None for a name without '='. Lines that make no sense are passed over."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    i = 0
    while True:
        i = _skip_blank(text, i, " \t\n\f\v")
        if i >= len(text):
            return
        end = _line_end(text, i)
        if text[i] == "#":
            i = end
            continue
        if text.startswith("export", i) and text[i + 6:i + 7] in (" ", "\t"):
            i = _skip_blank(text, i + 6, " \t")
        if text[i] == "'":
            close = text.find("'", i + 1)
            name, i = text[i + 1:close], close + 1
        else:
            start = i
            while i < end and text[i] not in "=# \t":
                i += 1
            name = text[start:i]
        i = _skip_blank(text, i, " \t")
        if i >= end or text[i] != "=":
            if not text[i:end].strip() or text[i] == "#":
                yield name, None
            i = end
            continue
        i = _skip_blank(text, i + 1, " \t")
        if i < len(text) and text[i] in "'\"":
            found = _quoted(text, i)
            if found is not None:
                value, after = found
                rest = text[after:_line_end(text, after)].strip(" \t")
                i = _line_end(text, after)
                if not rest or rest.startswith("#"):
                    yield name, value
                continue
            i = end
            continue
        raw = text[i:end] if i <= end else ""
        for position in range(len(raw)):
            if raw[position] == "#" and (position == 0 or raw[position - 1] in " \t"):
                raw = raw[:position]
                break
        yield name, raw.rstrip()
        i = max(i, end)


def _expand(value, values, override):
    """${NAME} and ${NAME:-default}."""
    out, i = [], 0
    while True:
        start = value.find("${", i)
        end = value.find("}", start) if start >= 0 else -1
        if end < 0:
            return "".join(out) + value[i:]
        out.append(value[i:start])
        name, found, default = value[start + 2:end].partition(":-")
        first, second = (values, os.environ) if override else (os.environ, values)
        result = first.get(name, second.get(name))
        out.append((default if found else "") if result is None else result)
        i = end + 1


def find_dotenv(filename=".env", raise_error_if_not_found=False, usecwd=False):
    folder = os.getcwd()
    while True:
        path = os.path.join(folder, filename)
        if os.path.isfile(path):
            return path
        parent = os.path.dirname(folder)
        if parent == folder:
            break
        folder = parent
    if raise_error_if_not_found:
        raise IOError("File not found")
    return ""


def _read(path, stream, encoding):
    if stream is not None:
        return stream.read()
    path = path or find_dotenv()
    if not path or not os.path.isfile(path):
        return ""
    with open(path, encoding=encoding) as file:
        return file.read()


def _values(path, stream, interpolate, encoding, override):
    values = {}
    for name, value in _parse(_read(path, stream, encoding)):
        values[name] = _expand(value, values, override) if value is not None and interpolate else value
    return values


def dotenv_values(dotenv_path=None, stream=None, verbose=False, interpolate=True, encoding="utf-8"):
    return _values(dotenv_path, stream, interpolate, encoding, True)


def load_dotenv(dotenv_path=None, stream=None, verbose=False, override=False, interpolate=True, encoding="utf-8"):
    values = _values(dotenv_path, stream, interpolate, encoding, override)
    for name, value in values.items():
        if value is not None and (override or name not in os.environ):
            os.environ[name] = value
    return bool(values)


def get_key(dotenv_path, key_to_get, encoding="utf-8"):
    return dotenv_values(dotenv_path, encoding=encoding).get(key_to_get)


def set_key(dotenv_path, key_to_set, value_to_set, *args, **keywords):
    raise PermissionError("dotenv.set_key() is refused: scripts may not change files; use --allow write")


unset_key = set_key
