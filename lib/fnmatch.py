"""Shell patterns."""

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


def fnmatchcase(name, pat):
    return re.match(translate(pat), name) is not None


fnmatch = fnmatchcase


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]
