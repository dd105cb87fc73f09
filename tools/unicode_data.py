#!/usr/bin/env python3
"""Writes the tables behind unicodedata, \\N{...} and the normalization of names:

    tools/unicode_data.py data > src/base/unicode_data.inc
    tools/unicode_data.py names [FOLDER] > src/base/unicode_name.inc

The properties are those of the Python that runs it (3.12 has Unicode 15.0); FOLDER holds NameAliases.txt and
NamedSequences.txt of the same version, as Debian's package unicode-data installs them in /usr/share/unicode.
"""
import collections
import re
import sys
import unicodedata

TOP = 0x110000
PAGE = 128


def write_rows(rows):
    line = "   "
    for row in rows:
        if len(line) + len(row) + 2 > 120:
            print(line)
            line = "   "
        line += f" {row},"
    print(line)
    print("};")


def write_table(kind, name, rows):
    print(f"static const {kind} {name}[] = {{")
    write_rows(list(rows))


def write_words(name, words):
    write_table("char *const", name, [f'"{w}"' for w in words])


def write_bytes(name, data):
    """As string literals: a third of the size of numbers."""
    print(f"static const unsigned char {name}[] =")
    line = ""
    for byte, after in zip(data, data[1:] + b"0"):
        plain = 32 <= byte < 127 and byte not in b'"\\?'
        short = after not in b"01234567" and len(line) < 108
        line += chr(byte) if plain else f"\\{byte:o}" if short else f"\\{byte:03o}"
        if len(line) > 112:
            print(f'    "{line}"')
            line = ""
    print(f'    "{line}";')


# --- properties ------------------------------------------------------------------------------------


def record_of(c):
    ch = chr(c)
    return (unicodedata.category(ch), unicodedata.bidirectional(ch), unicodedata.combining(ch),
            unicodedata.east_asian_width(ch), unicodedata.mirrored(ch))


def write_records():
    of = [record_of(c) for c in range(TOP)]
    records = {r: i for i, r in enumerate(dict.fromkeys(of))}
    categories = sorted({r[0] for r in records})
    bidi = sorted({r[1] for r in records})
    widths = sorted({r[3] for r in records})
    write_words("categories", categories)
    write_words("bidirectional", bidi)
    write_words("widths", widths)
    write_table("Record", "records", [
        f"{{{categories.index(a)}, {bidi.index(b)}, {c}, {widths.index(w)}, {m}}}" for a, b, c, w, m in records])
    pages, index = {}, []
    for start in range(0, TOP, PAGE):
        page = tuple(records[r] for r in of[start:start + PAGE])
        index.append(pages.setdefault(page, len(pages)))
    assert len(records) < 256
    write_table("uint16_t", "page_of", map(str, index))
    print(f"enum {{ PAGE = {PAGE} }};")
    write_table("uint8_t", "pages", [str(n) for page in pages for n in page])


def write_decompositions():
    tags, codes, offsets, text = [""], [], [], b""
    for c in range(TOP):
        parts = unicodedata.decomposition(chr(c)).split()
        if not parts:
            continue
        tag = parts.pop(0)[1:-1] if parts[0][0] == "<" else ""
        if tag not in tags:
            tags.append(tag)
        codes.append(f"0x{c | tags.index(tag) << 21:X}")
        offsets.append(str(len(text)))
        text += "".join(chr(int(p, 16)) for p in parts).encode()
    offsets.append(str(len(text)))
    assert len(text) < 65536
    write_words("decomposition_tags", tags)
    write_table("uint32_t", "decomposition_codes", codes)
    write_table("uint16_t", "decomposition_offsets", offsets)
    write_bytes("decomposition_text", text)


def write_compositions():
    rows = []
    for c in range(TOP):
        parts = unicodedata.decomposition(chr(c)).split()
        if len(parts) == 2 and parts[0][0] != "<":
            a, b = (int(p, 16) for p in parts)
            if unicodedata.normalize("NFC", chr(a) + chr(b)) == chr(c):
                rows.append((a, b, c))
    write_table("Composition", "compositions", [f"{{0x{a:X}, 0x{b:X}, 0x{c:X}}}" for a, b, c in sorted(rows)])


def write_numbers():
    """Runs of code points whose values are one apart: first, how many, bottom and top of the first value."""
    rows = []
    for c in range(TOP):
        value = unicodedata.numeric(chr(c), None)
        if value is None:
            continue
        top, bottom = (int(value), 1) if value == int(value) else value.as_integer_ratio()
        if bottom > 1:
            bottom = next(d for d in range(2, 1000) if abs(round(value * d) / d - value) < 1e-12)
            top = round(value * bottom)
        if rows and rows[-1][1] + 1 == c and bottom == rows[-1][3] == 1 and rows[-1][2] + c - rows[-1][0] == top:
            rows[-1][1] = c
        else:
            rows.append([c, c, top, bottom])
    for c, _, top, bottom in rows:
        assert top / bottom == unicodedata.numeric(chr(c))
    write_table("NumberRun", "numbers", [f"{{0x{a:X}, {b - a + 1}, {bottom}, {top}}}" for a, b, top, bottom in rows])
    digits = []
    for c in range(TOP):
        value = unicodedata.digit(chr(c), None)
        if value is None or unicodedata.decimal(chr(c), None) is not None:
            continue
        if digits and digits[-1][1] + 1 == c and digits[-1][2] + c - digits[-1][0] == value:
            digits[-1][1] = c
        else:
            digits.append([c, c, value])
    write_table("NumberRun", "digits", [f"{{0x{a:X}, {b - a + 1}, 1, {v}}}" for a, b, v in digits])


# --- names -----------------------------------------------------------------------------------------


def tokens(name):
    """Words; one that follows a hyphen takes it along, and is joined without a blank."""
    out = []
    for i, part in enumerate(re.split("[ ]", name)):
        for k, word in enumerate(part.split("-")):
            out.append("-" + word if k else word)
    return out


def joined(words):
    text = ""
    for i, w in enumerate(words):
        text += w if i == 0 or w[:1] == "-" else " " + w
    return text


def read_lines(folder, name):
    with open(f"{folder}/{name}", encoding="utf-8") as f:
        return [line.strip() for line in f if line.strip() and line[0] != "#"]


def extra_names(folder):
    """Aliases, then named sequences: name -> text."""
    aliases = [line.split(";")[:2] for line in read_lines(folder, "NameAliases.txt")]
    sequences = [line.split(";") for line in read_lines(folder, "NamedSequences.txt")]
    found = {name: chr(int(code, 16)) for code, name in aliases}
    found |= {name: "".join(chr(int(c, 16)) for c in codes.split()) for name, codes in sequences}
    for name, text in found.items():
        assert unicodedata.lookup(name) == text, name
    return found


def plain_names():
    """Names of characters; those made of a prefix and the code are runs (first, last, prefix)."""
    names, runs = {}, []
    for c in range(TOP):
        name = unicodedata.name(chr(c), "")
        if not name or name.startswith("HANGUL SYLLABLE "):
            continue
        if name.endswith(f"-{c:04X}"):
            prefix = name[:-len(f"{c:04X}")]
            if runs and runs[-1][1] + 1 == c and runs[-1][2] == prefix:
                runs[-1][1] = c
            else:
                runs.append([c, c, prefix])
        else:
            names[c] = name
    return names, runs


def word_ids(lists):
    """The words of one byte by frequency, the rest by the alphabet."""
    count = collections.Counter(w for words in lists for w in words)
    short = sorted([w for w, _ in count.most_common(SHORT)])
    rest = sorted(set(count) - set(short))
    return {w: i for i, w in enumerate(short + rest)}, short + rest


SHORT, WORD_STEP, NAME_STEP = 192, 16, 64


def packed_words(words):
    """Each word: how many letters it shares with the one before (three bits) and how many follow (five), then
    these letters."""
    data, starts, before = b"", [], ""
    for i, word in enumerate(words):
        if i % WORD_STEP == 0:
            starts.append(len(data))
            before = ""
        same = 0
        while same < min(len(word), len(before), 7) and word[same] == before[same]:
            same += 1
        assert len(word) - same < 32, word
        data += bytes([same << 5 | (len(word) - same)]) + word[same:].encode()
        before = word
    return data, starts


def packed_names(lists, ids):
    """Each name: how many words it shares with the one before and how many follow (a byte of two halves), then
    these words, in one byte or two."""
    data, starts, before = b"", [], []
    for i, words in enumerate(lists):
        if i % NAME_STEP == 0:
            starts.append(len(data))
            before = []
        same = 0
        while same < min(len(words), len(before), 15) and words[same] == before[same]:
            same += 1
        assert len(words) - same < 16
        data += bytes([same << 4 | (len(words) - same)])
        for w in words[same:]:
            n = ids[w]
            data += bytes([n]) if n < SHORT else bytes([SHORT + (n - SHORT >> 8), n - SHORT & 255])
        before = words
    return data, starts


def write_names(folder):
    names, runs = plain_names()
    extra = extra_names(folder)
    lists = [tokens(n) for n in [*names.values(), *extra]]
    for words, name in zip(lists, [*names.values(), *extra]):
        assert joined(words) == name, name
    ids, words = word_ids(lists)
    print(f"enum {{ SHORT_WORDS = {SHORT}, WORD_STEP = {WORD_STEP}, NAME_STEP = {NAME_STEP}, WORD_COUNT = {len(words)}, "
          f"PLAIN_NAMES = {len(names)}, NAME_TOTAL = {len(lists)} }};")
    ranges, ordinal = [], 0
    for c in names:
        if not ranges or ranges[-1][1] + 1 != c:
            ranges.append([c, c, ordinal])
        ranges[-1][1] = c
        ordinal += 1
    write_table("NamedRange", "named_ranges", [f"{{0x{a:X}, 0x{b:X}, {n}}}" for a, b, n in ranges])
    write_table("NumberedRun", "numbered_runs", [f'{{0x{a:X}, 0x{b:X}, "{p}"}}' for a, b, p in runs])
    data, starts = packed_words(words)
    write_table("uint32_t", "word_starts", map(str, starts))
    write_bytes("word_letters", data)
    data, starts = packed_names(lists, ids)
    write_table("uint32_t", "name_starts", map(str, starts))
    write_bytes("name_words", data)
    write_table("char *const", "extra_texts", ['"' + "".join(f"\\{b:03o}" for b in t.encode()) + '"' if t != "\0" else '"\\000"' for t in extra.values()])


def main():
    print(f"/* Made by tools/unicode_data.py from Unicode {unicodedata.unidata_version}: do not edit. */")
    if sys.argv[1:2] == ["data"]:
        write_records()
        write_decompositions()
        write_compositions()
        write_numbers()
    elif sys.argv[1:2] == ["names"]:
        write_names(sys.argv[2] if len(sys.argv) > 2 else "/usr/share/unicode")
    else:
        sys.exit(__doc__)


main()
