# Brackets that do not match, and text that does not end.
for code in ["(", "[1, 2", "{'a': 1", "f(1", ")", "]", "(]", "[)", "{1: 2]", "'abc", '"abc', "'''abc", "a = (1,\n2", "x = [\n1,\n", "(1, 2))", "print('a'", "f'{(}'", "\\", "a \\ b", "if (a:\n pass", "def f(a:\n pass", "'a\nb'", "x = 'it's'", "$", "?", "a ? b : c", "a!", "`a`", "a <> b", "x++", "++x", "a && b", "a || b", "!a", "a =! b", "else: pass", "elif a: pass", "except: pass", "finally: pass", "case 1: pass", "if a", "if a = 1: pass", "while a", "for a b: pass", "for a in: pass", "with: pass", "import a.", "from a import", "class 1: pass", "a b", "1 2", "a 1", "print a", "return return", "pass pass", "x = = 1", "a.1", "a..b", "1..real", "a[", "a[]", "a[1:2:3:4]", "lambda", "not", "is a", "a is", "a not b", "a not in", "in a", "() = 1 2", "async x", "await", "global", "nonlocal", "assert", "raise a b", "raise from a", "del", "try: pass", "@a", "@a\nx = 1", "match a: pass", "a: int: str", "a := 1", "(a, b) := 1", "a = yield = 1", "def f(x): return x y", "0777", "1_", "0x", "1e", "b'é'", "u'a' b'b'", "\u00d7 = 1"]:
    try:
        compile(code, "f", "exec")
        print(ascii(code), "compiles")
    except SyntaxError as e:
        print(ascii(code), "->", type(e).__name__, ascii(e.msg), e.lineno)
