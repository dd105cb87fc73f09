"""Character sets, Template and Formatter."""

import re as _re

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable",
           "punctuation", "whitespace", "Formatter", "Template"]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdefABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


class Template:
    """$name and ${name}; a subclass may set delimiter, idpattern, braceidpattern, flags, or the whole pattern."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = _re.IGNORECASE

    def __init_subclass__(cls):
        super().__init_subclass__()
        if "pattern" in cls.__dict__:
            pattern = cls.pattern
        else:
            sign, name = _re.escape(cls.delimiter), cls.idpattern
            braced = cls.braceidpattern or name
            pattern = rf"{sign}(?:(?P<escaped>{sign})|(?P<named>{name})|{{(?P<braced>{braced})}}|(?P<invalid>))"
        cls.pattern = _re.compile(pattern, cls.flags | _re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _invalid(self, match):
        at = match.start("invalid")
        lines = self.template[:at].splitlines(keepends=True)
        column = at - len("".join(lines[:-1])) if lines else 1
        raise ValueError(f"Invalid placeholder in string: line {len(lines) or 1}, col {column}")

    def _replace(self, lookup, safe):
        def convert(match):
            name = match.group("named") or match.group("braced")
            if name is not None:
                try:
                    return str(lookup[name])
                except KeyError:
                    if not safe:
                        raise
                    return match.group()
            if match.group("escaped") is not None:
                return self.delimiter
            if match.group("invalid") is None:
                raise ValueError("Unrecognized named group in pattern", self.pattern)
            return match.group() if safe else self._invalid(match)

        return self.pattern.sub(convert, self.template)

    def substitute(self, mapping={}, /, **more):
        return self._replace(_names(mapping, more), False)

    def safe_substitute(self, mapping={}, /, **more):
        return self._replace(_names(mapping, more), True)

    def _parts(self):
        for match in self.pattern.finditer(self.template):
            name = match.group("named") or match.group("braced")
            if name is None and match.group("invalid") is None and match.group("escaped") is None:
                raise ValueError("Unrecognized named group in pattern", self.pattern)
            yield match, name

    def is_valid(self):
        return all(match.group("invalid") is None for match, _ in self._parts())

    def get_identifiers(self):
        return list(dict.fromkeys(name for _, name in self._parts() if name is not None))


def _names(mapping, more):
    if not more:
        return mapping
    from collections import ChainMap

    return ChainMap(more, mapping)


Template.__init_subclass__()


class Formatter:
    """str.format() with hooks: get_value, get_field, convert_field, format_field, check_unused_args."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, number=0):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for text, name, spec, conversion in self.parse(format_string):
            if text:
                out.append(text)
            if name is None:
                continue
            if name == "":
                if number is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name, number = str(number), number + 1
            elif name.isdigit():
                if number:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                number = False
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, number = self._vformat(spec, args, kwargs, used, depth - 1, number)
            out.append(self.format_field(value, spec))
        return "".join(out), number

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion in ("s", "r", "a"):
            return {"s": str, "r": repr, "a": ascii}[conversion](value)
        raise ValueError(f"Unknown conversion specifier {conversion}")

    def parse(self, format_string):
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_name(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, name in rest:
            value = getattr(value, name) if is_attribute else value[name]
        return value, first


# (literal, field or None, spec or None, conversion or None) of each replacement field
def _parse(text):
    literal, i, end = "", 0, len(text)
    while i < end:
        c = text[i]
        if c not in "{}":
            stop = min(at for at in (text.find("{", i), text.find("}", i), end) if at >= 0)
            literal, i = literal + text[i:stop], stop
            continue
        if text.startswith(c * 2, i):
            yield literal + c, None, None, None
            literal, i = "", i + 2
            continue
        if c == "}":
            raise ValueError("Single '}' encountered in format string")
        if i + 1 == end:
            raise ValueError("Single '{' encountered in format string")
        field, i = _field(text, i + 1)
        yield (literal,) + field
        literal = ""
    if literal:
        yield literal, None, None, None


def _field(text, start):
    depth, i, bracket = 1, start, False
    while i < len(text):
        c = text[i]
        bracket = (bracket or c == "[") and c != "]"
        depth += (c == "{") - (c == "}" and not (bracket and depth == 1))
        if not depth:
            break
        i += 1
    else:
        raise ValueError("expected '}' before end of string")
    inside, conversion, spec = text[start:i], None, ""
    at = 0
    while at < len(inside) and inside[at] not in ":!":
        if inside[at] == "[":
            at = max(inside.find("]", at), at)
        at += 1
    name, rest = inside[:at], inside[at:]
    if rest.startswith("!"):
        if len(rest) == 1 or rest[1] == "}":
            raise ValueError("unmatched '{' in format spec" if len(rest) == 1 else "end of string while looking for conversion specifier")
        conversion, rest = rest[1], rest[2:]
        if rest and not rest.startswith(":"):
            raise ValueError("expected ':' after conversion specifier")
    return (name, rest[1:] if rest else spec, conversion), i + 1


# "a.b[0]" -> "a", [(True, "b"), (False, 0)]
def _split_name(name):
    at = next((i for i, c in enumerate(name) if c in ".["), len(name))
    first, rest, parts = name[:at], name[at:], []
    while rest:
        if rest[0] == ".":
            stop = next((i for i, c in enumerate(rest[1:], 1) if c in ".["), len(rest))
            part, rest = rest[1:stop], rest[stop:]
            parts.append((True, part))
        elif rest[0] == "[":
            stop = rest.find("]")
            if stop < 0:
                raise ValueError("Missing ']' in format string")
            part, rest = rest[1:stop], rest[stop + 1:]
            parts.append((False, int(part) if part.isdigit() else part))
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if part == "":
            raise ValueError("Empty attribute in format string")
    return int(first) if first.isdigit() else first, parts
