"""Shell patterns."""

import os
import re


def translate(pattern):
    out, i = "", 0
    while i < len(pattern):
        c = pattern[i]
        i += 1
        if c == "*":
            out += ".*"
        elif c == "?":
            out += "."
        elif c == "[":
            end = pattern.find("]", i + (pattern[i:i + 1] == "!") + 1)
            if end < 0:
                out += "\\["
            else:
                inside = pattern[i:end].replace("\\", "\\\\")
                i = end + 1
                out += "[" + ("^" + inside[1:] if inside[0] == "!" else inside) + "]"
        else:
            out += re.escape(c)
    return rf"(?s:{out})\Z"


def _matcher(pat):
    if isinstance(pat, bytes):
        return re.compile(translate(pat.decode("latin-1")).encode("latin-1")).match
    return re.compile(translate(pat)).match


def fnmatchcase(name, pat):
    return _matcher(pat)(name) is not None


def fnmatch(name, pat):
    return fnmatchcase(os.fspath(name), os.fspath(pat))


def filter(names, pat):
    match = _matcher(os.fspath(pat))
    return [name for name in names if match(name)]
