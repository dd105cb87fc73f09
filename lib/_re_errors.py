"""What is wrong with a pattern: (message, index), in the words and places CPython gives. Asked only when the
matcher refused it; None where this finds nothing wrong."""


class _Wrong(Exception):
    pass


_LETTERS = "aiLmsux"
_HEX, _DIGITS, _OCTAL = "0123456789abcdefABCDEF", "0123456789", "01234567"


class _Reader:
    def __init__(self, pattern, verbose):
        self.text = pattern if isinstance(pattern, str) else str(pattern, "latin-1")
        self.is_bytes = not isinstance(pattern, str)
        self.verbose = verbose
        self.at = 0
        self.groups = 0
        self.open = []
        self.is_fresh = True  # nothing but flags and blanks was there
        self.names = {}

    def fail(self, message, at=None):
        raise _Wrong(message, self.at if at is None else at)

    def peek(self):
        """The next character, or the two of an escape; "" at the end."""
        if self.text[self.at:self.at + 1] != "\\":
            return self.text[self.at:self.at + 1]
        if self.at + 1 >= len(self.text):
            self.fail("bad escape (end of pattern)", len(self.text) - 1)
        return self.text[self.at:self.at + 2]

    def take(self):
        token = self.peek()
        self.at += len(token)
        return token

    def accept(self, token):
        if self.peek() == token:
            self.at += len(token)
            return True
        return False

    def run(self, most, characters):
        start = self.at
        while self.at < len(self.text) and self.at - start < most and self.text[self.at] in characters:
            self.at += 1
        return self.text[start:self.at]

    def until(self, end, what):
        start = self.at
        while True:
            token = self.take()
            found = self.text[start:self.at - len(token)]
            if not token:
                if not found:
                    self.fail("missing " + what)
                self.fail(f"missing {end}, unterminated name", start)
            if token == end:
                if not found:
                    self.fail("missing " + what, self.at - 1)
                return found

    # --- escapes

    def number(self, escape, start, wanted):
        escape += self.run(wanted, _HEX)
        if len(escape) != wanted + 2:
            self.fail("incomplete escape " + escape, start)
        return int(escape[2:], 16)

    def code(self, escape, start):
        """The character of an escape that means the same everywhere, or None."""
        kind = escape[1:]
        if kind == "x":
            return self.number(escape, start, 2)
        if kind in ("u", "U") and not self.is_bytes:
            code = self.number(escape, start, 4 if kind == "u" else 8)
            if code > 0x10FFFF:
                self.fail("bad escape " + self.text[start:self.at], start)
            return code
        if kind == "N" and not self.is_bytes:
            import unicodedata

            if not self.accept("{"):
                self.fail("missing {")
            name = self.until("}", "character name")
            try:
                return ord(unicodedata.lookup(name))
            except (KeyError, TypeError):
                self.fail(f"undefined character name {name!r}", start)
        return None

    def octal(self, escape, start):
        code = int(escape[1:], 8)
        if code > 0o377:
            self.fail(f"octal escape value {escape} outside of range 0-0o377", start)
        return code

    def escape_in_class(self, escape):
        start = self.at - 2
        kind = escape[1]
        if kind in "dDsSwW":
            return None
        code = self.code(escape, start)
        if code is not None:
            return code
        if kind in _OCTAL:
            return self.octal(escape + self.run(2, _OCTAL), start)
        if kind in _DIGITS or kind.isalpha() and kind.isascii() and kind not in "abfnrtv":
            self.fail("bad escape " + escape, start)
        return ord({"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}.get(kind, kind))

    def escape(self, escape):
        start = self.at - 2
        kind = escape[1]
        if self.code(escape, start) is not None:
            return
        if kind == "0":
            self.run(2, _OCTAL)
        elif kind in _DIGITS:
            digits = kind + self.run(1, _DIGITS)
            if len(digits) == 2 and digits[0] in _OCTAL and digits[1] in _OCTAL and self.peek() in tuple(_OCTAL):
                self.octal(escape[0] + digits + self.run(1, _OCTAL), start)
                return
            if int(digits) > self.groups:
                self.fail(f"invalid group reference {int(digits)}", start + 1)
            if int(digits) in self.open:
                self.fail("cannot refer to an open group", start)
        elif kind.isalpha() and kind.isascii() and kind not in "AbBdDsSwWZafnrtv":
            self.fail("bad escape " + escape, start)

    # --- the parts

    def set(self, start):
        self.accept("^")
        first = True
        while True:
            begin = self.at
            token = self.take()
            if not token:
                self.fail("unterminated character set", start)
            if token == "]" and not first:
                return
            first = False
            low = self.escape_in_class(token) if token[0] == "\\" else ord(token)
            if not self.accept("-"):
                continue
            middle = self.at
            token = self.take()
            if not token:
                self.fail("unterminated character set", start)
            if token == "]":
                return
            high = self.escape_in_class(token) if token[0] == "\\" else ord(token)
            if low is None or high is None or high < low:
                self.fail(f"bad character range {self.text[begin:middle - 1]}-{self.text[middle:self.at]}", begin)

    def name(self, name, start):
        if not (name.isidentifier() and (name.isascii() or not self.is_bytes)):
            self.fail(f"bad character in group name {name!r}", start)
        return name

    def condition(self):
        start = self.at
        name = self.until(")", "group name")
        if not (name.isdecimal() and name.isascii()):
            self.name(name, start)
            if name not in self.names:
                self.fail(f"unknown group name {name!r}", start)
        elif not int(name):
            self.fail("bad group number", start)
        elif int(name) >= 100:
            self.fail(f"invalid group reference {int(name)}", start)

    def flags(self, token, start):
        """Letters behind (?: True when they end the parenthesis."""
        seen, off = "", ""
        while token != "-":
            if token in _LETTERS:
                if token == ("u" if self.is_bytes else "L"):
                    self.fail("bad inline flags: cannot use 'u' flag with a bytes pattern" if self.is_bytes
                              else "bad inline flags: cannot use 'L' flag with a str pattern")
                seen += token
                if sum(letter in seen for letter in "auL") > 1:
                    self.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
            token = self.take()
            if not token:
                self.fail("missing -, : or )")
            if token in (")", ":"):
                break
            if token not in _LETTERS and token != "-":
                self.fail("unknown flag" if token.isalpha() else "missing -, : or )", self.at - len(token))
        if token == ")":
            self.verbose = self.verbose or "x" in seen
            if not self.is_fresh:
                self.fail("global flags not at the start of the expression", start)
            return True
        if token == "-":
            token = self.take()
            if not token:
                self.fail("missing flag")
            while token != ":":
                if token not in _LETTERS:
                    self.fail("unknown flag" if token.isalpha() else "missing flag" if not off else "missing :", self.at - len(token))
                if token in "auL":
                    self.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
                off += token
                token = self.take()
                if not token:
                    self.fail("missing :")
            if set_of(seen) & set_of(off):
                self.fail("bad inline flags: flag turned on and off", self.at - 1)
        return False

    def group(self, start):
        number = None
        verbose = self.verbose
        if self.accept("?"):
            mark = self.at - 1
            token = self.take()
            if not token:
                self.fail("unexpected end of pattern")
            if token == "P":
                if self.accept("<"):
                    number = self.named(self.at)
                elif self.accept("="):
                    begin = self.at
                    name = self.name(self.until(")", "group name"), begin)
                    if name not in self.names:
                        self.fail(f"unknown group name {name!r}", begin)
                    if self.names[name] in self.open:
                        self.fail("cannot refer to an open group", begin)
                    return True
                else:
                    token = self.take()
                    if not token:
                        self.fail("unexpected end of pattern")
                    self.fail("unknown extension ?P" + token, mark)
            elif token == "#":
                while self.peek() != ")":
                    if not self.take():
                        self.fail("missing ), unterminated comment", start)
                self.take()
                return False
            elif token == "<":
                token = self.take()
                if not token:
                    self.fail("unexpected end of pattern")
                if token not in ("=", "!"):
                    self.fail("unknown extension ?<" + token, mark)
            elif token == "(":
                self.condition()
                self.sequence(True)
                if self.accept("|"):
                    self.sequence(True)
                    if self.peek() == "|":
                        self.fail("conditional backref with more than two branches")
                if not self.accept(")"):
                    self.fail("missing ), unterminated subpattern", start)
                return True
            elif token in _LETTERS or token == "-":
                if self.flags(token, start):
                    return False
            elif token not in (":", "=", "!", ">"):
                self.fail("unknown extension ?" + token, mark)
        else:
            number = self.opened()
        self.alternatives(True)
        if not self.accept(")"):
            self.fail("missing ), unterminated subpattern", start)
        if number:
            self.open.remove(number)
        self.verbose = verbose
        return True

    def opened(self):
        self.groups += 1
        self.open.append(self.groups)
        return self.groups

    def named(self, start):
        name = self.name(self.until(">", "group name"), start)
        number = self.opened()
        if name in self.names:
            self.fail(f"redefinition of group name {name!r} as group {number}; was group {self.names[name]}", start)
        self.names[name] = number
        return number

    def repeat(self, token, start, item):
        """Of the item before: None, "repeat" or anything else. False: a brace that is a character."""
        if token == "{":
            if self.peek() == "}":
                return False
            behind = self.at
            low = self.run(len(self.text), _DIGITS)
            high = self.run(len(self.text), _DIGITS) if self.accept(",") else low
            if not self.accept("}"):
                self.at = behind
                return False
            if low and high and int(high) < int(low):
                self.fail("min repeat greater than max repeat", behind)
        if item is None:
            self.fail("nothing to repeat", start)
        if item == "repeat":
            self.fail("multiple repeat", start)
        self.accept("?") or self.accept("+")
        return True

    def sequence(self, nested):
        item = None
        while self.peek() not in ("", "|", ")"):
            start = self.at
            token = self.take()
            if self.verbose and token.isspace():
                continue
            if self.verbose and token == "#":
                while self.take() not in ("", "\n"):
                    pass
                continue
            if token[0] == "\\":
                self.escape(token)
            elif token == "[":
                self.set(start)
            elif token in "*+?{":
                if self.repeat(token, start, item):
                    item = "repeat"
                    continue
            elif token == "(":
                if not self.group(start):
                    continue
            elif token == "^":
                self.is_fresh, item = False, None
                continue
            self.is_fresh, item = False, token

    def alternatives(self, nested):
        if nested:
            self.is_fresh = False
        self.sequence(nested)
        while self.accept("|"):
            self.is_fresh = False
            self.sequence(nested)

    def whole(self):
        self.alternatives(False)
        if self.peek() == ")":
            self.fail("unbalanced parenthesis")


def set_of(letters):
    return frozenset(letters)


def explain(pattern, flags):
    reader = _Reader(pattern, bool(flags & 64))
    try:
        reader.whole()
    except _Wrong as wrong:
        return wrong.args
    return None
