"""Escapes of HTML."""

import re

from html.entities import html5

__incomplete__ = True

# What a reference to 0x80 ... 0x9F means: the characters of Windows-1252, where it has one.
_windows = {i: bytes([i]).decode("cp1252", "replace") for i in range(0x80, 0xA0)}
_reference = re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def _character(number):
    if number == 0 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
        return "\ufffd"
    if number in _windows:
        return chr(number) if _windows[number] == "\ufffd" else _windows[number]
    if number < 0x20 and number not in (9, 10, 12, 13) or number in (0xB, 0x7F) or 0xFDD0 <= number <= 0xFDEF or number & 0xFFFE == 0xFFFE:
        return ""
    return chr(number)


def _text_of(match):
    name = match[1]
    if name[0] == "#":
        digits = name[1:].rstrip(";")
        return _character(int(digits[1:], 16) if digits[0] in "xX" else int(digits))
    if name in html5:
        return html5[name]
    for end in range(len(name) - 1, 1, -1):  # the longest name that it begins with
        if name[:end] in html5:
            return html5[name[:end]] + name[end:]
    return "&" + name


def unescape(s):
    return _reference.sub(_text_of, s) if "&" in s else s
