import ast
for text in ("1", "-2.5", "'a'", "b'x'", "[1, 2]", "(1,)", "{'a': None, 'b': True}", "{1, 2}", "  7", "1_000", "'a' 'b'", "set()", "()", "...", "0x1f", "+3"):
    try:
        print(repr(ast.literal_eval(text)))
    except Exception as e:
        print(type(e).__name__, e)
