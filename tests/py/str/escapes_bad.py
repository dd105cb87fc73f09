# Broken escapes are syntax errors, with the position in the literal.
for text in [r"'\x4'", r"'\xg1'", r"'\u12'", r"'\U0001'", r"'\U00110000'", r"'\N'", r"'\N{'", r"b'\x4'", r"'\x'", r"'abc\u123'"]:
    try:
        eval(text)
    except SyntaxError as e:
        print(text, e.msg, e.lineno, e.offset)
