s = "  a b  c\td\n"
print(s.split(), s.split(None, 1), s.rsplit(None, 1), s.rsplit(), s.split(" "), s.split(" ", 2), s.rsplit(" ", 2))
print("".split(), "".split(","), ",".split(","), "a,b,c".rsplit(",", 1), "a,b,c".split(",", 0), "  x ".split(None, 0), " x y ".rsplit(None, 0))
print("a--b--c".partition("--"), "a--b--c".rpartition("--"), "abc".partition("x"), "abc".rpartition("x"))
print("a\nb\r\nc\rd\x0be\u2028f".splitlines(), "a\nb\n".splitlines(True), "".splitlines(), "\n".splitlines())
for f in (lambda: "a".split(""), lambda: "a".partition(""), lambda: "a".split(1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
