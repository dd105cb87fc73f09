"""what migrations do with it: slugs, accents, widths"""
import re
import unicodedata


def slugify(text):
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", text.lower())).strip("-_")


def without_accents(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in text)


for text in "Cr\u00e8me Br\u00fbl\u00e9e", "\u0141\u00f3d\u017a & K\u00f6ln!", "  \ufb01ne\u2014print \u2460 ", "\u6771\u4eac Tokyo", "na\u00efve caf\u00e9", "\uff21\uff22\uff23", "\ud55c\uad6d\uc5b4", "":
    print(repr(slugify(text)), repr(without_accents(text)), width(text))
