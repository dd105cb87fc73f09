"""Splitting and quoting as a shell does."""

import re

_unsafe = re.compile(r"[^\w@%+=:,./-]", re.ASCII)


class shlex:
    """A reader of tokens; posix rules unless told otherwise."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        self._text = instream if isinstance(instream, str) else instream.read() if instream is not None else ""
        self.infile, self.posix = infile, posix
        self.commenters, self.whitespace, self.quotes, self.escape = "#", " \t\r\n", "'\"", "\\"
        self.escapedquotes, self.whitespace_split, self.lineno = '"', False, 1
        self.wordchars = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
        self.punctuation_chars = "();<>|&" if punctuation_chars is True else punctuation_chars or ""
        if self.punctuation_chars:
            self.wordchars += "~-./*?="
        self.eof, self._pushed, self._at = (None if posix else ""), [], 0

    def push_token(self, tok):
        self._pushed.insert(0, tok)

    def get_token(self):
        return self._pushed.pop(0) if self._pushed else self._read()

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token

    def _next(self):
        c = self._text[self._at:self._at + 1]
        self._at += 1
        if c == "\n":
            self.lineno += 1
        return c

    def _is_word(self, c):
        return c in self.wordchars or self.whitespace_split and c not in self.punctuation_chars

    def _read(self):
        token, quoted = "", False
        while True:
            c = self._next()
            if not c:
                break
            if c in self.whitespace:
                if token or self.posix and quoted:
                    return token
            elif c in self.commenters:
                end = self._text.find("\n", self._at)
                self._at = len(self._text) if end < 0 else end
                if token or self.posix and quoted:
                    return token
            elif self.posix and c in self.escape:
                token += self._escaped("No escaped character")
            elif c in self.quotes:
                if self.posix:
                    quoted, token = True, token + self._quoted(c)
                    continue
                if token and not self.whitespace_split:
                    self._at -= 1
                    return token
                token += c + self._quoted(c) + c
                if not self.whitespace_split:
                    return token
            elif c in self.punctuation_chars:
                if token:
                    self._at -= 1
                    return token
                token = c
                while (c := self._text[self._at:self._at + 1]) and c in self.punctuation_chars:
                    token += self._next()
                return token
            elif self._is_word(c) or self.whitespace_split:
                token += c
            elif token or quoted:
                self._at -= 1
                return token
            else:
                return c
        return token if token or quoted else self.eof

    def _escaped(self, message):
        c = self._next()
        if not c:
            raise ValueError(message)
        return c

    def _quoted(self, quote):
        out = ""
        while True:
            c = self._next()
            if not c:
                raise ValueError("No closing quotation")
            if c == quote:
                return out
            if self.posix and c in self.escape and quote in self.escapedquotes:
                c = self._escaped("No escaped character")
                if c not in self.escape and c != quote:
                    out += "\\"
            out += c


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    reader = shlex(s, posix=posix)
    reader.whitespace_split = True
    if not comments:
        reader.commenters = ""
    return list(reader)


def quote(s):
    if not s:
        return "''"
    if _unsafe.search(s) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join([quote(arg) for arg in split_command])
