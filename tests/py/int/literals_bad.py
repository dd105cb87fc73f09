# Integer literals that are none.
for text in ["012", "0b2", "0o8", "0xg", "1__0", "1_", "0x", "0b", "0o", "1a", "0_", "0b1_", "1.e", "1e", "09", "1_000_", "0b12"]:
    try:
        print(text, eval(text))
    except SyntaxError as e:
        print(text, e.msg, e.offset)
