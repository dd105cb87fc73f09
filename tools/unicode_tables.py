#!/usr/bin/env python3
"""Writes src/py/unicode.inc: what the str type knows of Unicode, as ranges of code points.

Run it again with a newer Python when a newer Unicode is wanted:
    tools/unicode_tables.py > src/py/unicode.inc
"""
import sys
import unicodedata

TOP = 0x110000


def ranges(test):
    out, start = [], None
    for c in range(TOP + 1):
        good = c < TOP and test(chr(c))
        if good and start is None:
            start = c
        elif not good and start is not None:
            out.append((start, c - 1))
            start = None
    return out


def write_ranges(name, test):
    print(f"static const CodeRange {name}[] = {{")
    write_rows([f"{{0x{a:X}, 0x{b:X}}}" for a, b in ranges(test)])


def write_rows(rows):
    line = "   "
    for row in rows:
        if len(line) + len(row) + 2 > 100:
            print(line)
            line = "   "
        line += f" {row},"
    print(line)
    print("};")


def write_mapping(name, function):
    """Single code point mappings as {first, last, step, difference}."""
    pairs = [(c, ord(m) - c) for c in range(TOP) if len(m := function(chr(c))) == 1 and m != chr(c)]
    rows, i = [], 0
    while i < len(pairs):
        first, delta = pairs[i]
        k, step = i + 1, 1
        if k < len(pairs) and pairs[k] == (first + 2, delta):
            step = 2
        while k < len(pairs) and pairs[k] == (pairs[k - 1][0] + step, delta):
            k += 1
        rows.append(f"{{0x{first:X}, 0x{pairs[k - 1][0]:X}, {step}, {delta}}}")
        i = k
    print(f"static const CaseRange {name}[] = {{")
    write_rows(rows)


def write_long(name, function):
    """Mappings to several code points."""
    print(f"static const LongCase {name}[] = {{")
    rows = []
    for c in range(TOP):
        m = function(chr(c))
        if len(m) > 1:
            points = ", ".join(f"0x{ord(x):X}" for x in m)
            rows.append(f"{{0x{c:X}, {{{points}}}}}")
    write_rows(rows)


def write_digits():
    print("static const uint32_t decimal_zeros[] = {")
    zeros = [c for c in range(TOP) if unicodedata.decimal(chr(c), None) == 0]
    write_rows([f"0x{c:X}" for c in zeros])


def is_final_after(text):
    """Whether a capital sigma becomes the final one: what is ignored between it and a letter shows so."""
    return (text + "\u03a3").lower()[-1] == "\u03c2"


def main():
    print(f"/* Made by tools/unicode_tables.py from Unicode {unicodedata.unidata_version}: do not edit. */")
    write_ranges("alphabetic", str.isalpha)
    write_ranges("lower_case", lambda c: c.islower())
    write_ranges("upper_case", lambda c: c.isupper())
    write_ranges("title_case", lambda c: unicodedata.category(c) == "Lt")
    write_ranges("digits", lambda c: c.isdigit())
    write_ranges("numeric", lambda c: c.isnumeric())
    write_ranges("spaces", str.isspace)
    write_ranges("unprintable", lambda c: not c.isprintable())
    write_ranges("identifier_starts", str.isidentifier)
    write_ranges("identifier_parts", lambda c: ("a" + c).isidentifier())
    write_ranges("case_ignorable", lambda c: is_final_after("A" + c) and not is_final_after(" " + c))
    write_mapping("to_lower", str.lower)
    write_mapping("to_upper", str.upper)
    write_mapping("to_title", str.title)
    write_mapping("to_fold", str.casefold)
    write_long("long_upper", str.upper)
    write_long("long_lower", str.lower)
    write_long("long_title", str.title)
    write_long("long_fold", str.casefold)
    write_digits()


sys.exit(main())
