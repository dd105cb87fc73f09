"""\\N{...} in literals of every kind"""
print("\N{EM DASH}\N{latin small letter a}\N{GREEK SMALL LETTER OMEGA}\N{HANGUL SYLLABLE GAG}")
print(ascii("\N{LINE FEED}\N{NBSP}\N{CJK UNIFIED IDEOGRAPH-4E2D}\N{GRINNING FACE}\N{NULL}x"))
print(f"\N{BULLET} {1 + 1} \N{RIGHTWARDS ARROW}", r"\N{BULLET}", rb"\N{BULLET}", b"\\N{x}")
print(ascii("""\N{SNOWMAN}
\N{CHECK MARK}"""), len("\N{ZERO WIDTH SPACE}"))
for text in ['"\\N{nope}"', '"ab\\N{"', '"\\N"', '"\\N{}"', '"\\N{KEYCAP DIGIT ONE}"', '"x\\Nabc"', 'f"\\N{nope}"']:
    try:
        print(ascii(eval(text)))
    except SyntaxError as e:
        print(text, e.msg)
