"""Character sets and Template."""

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
    return (sep or " ").join(word.capitalize() for word in s.split(sep))


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _replace(self, values, safe):
        text, out, i = self.template, [], 0
        while True:
            at = text.find(self.delimiter, i)
            if at < 0:
                return "".join(out) + text[i:]
            out.append(text[i:at])
            i = at + 1
            if text.startswith(self.delimiter, i):
                out.append(self.delimiter)
                i += 1
                continue
            braced = text.startswith("{", i)
            start = end = i + braced
            while end < len(text) and text[end].isascii() and (text[end].isalnum() or text[end] == "_"):
                end += 1
            name = text[start:end]
            if not name or name[0].isdigit() or braced and not text.startswith("}", end):
                if not safe:
                    lines = text[:at].splitlines(keepends=True) or [""]
                    raise ValueError(f"Invalid placeholder in string: line {len(lines)}, col {len(lines[-1]) + 1}")
                out.append(self.delimiter)
                continue
            i = end + braced
            if safe and name not in values:
                out.append(text[at:i])
            else:
                out.append(str(values[name]))

    def substitute(self, mapping={}, /, **more):
        return self._replace({**mapping, **more}, False)

    def safe_substitute(self, mapping={}, /, **more):
        return self._replace({**mapping, **more}, True)


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
