# str.splitlines: every kind of line end.
for s in ["", "a", "a\n", "a\nb", "a\r\nb", "a\rb\n\nc", "\n", "a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i", "a\n\r\nb"]:
    print(s.splitlines(), s.splitlines(True), s.splitlines(keepends=False))
