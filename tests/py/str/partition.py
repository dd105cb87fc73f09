# str.partition and rpartition.
for s in ["a.b.c", "", "abc", ".", ".a", "a."]:
    print(s.partition("."), s.rpartition("."))
print("a--b--c".partition("--"), "a--b--c".rpartition("--"), "aéb".partition("é"))
for arg in ["", 1, b".", None]:
    for method in ("partition", "rpartition"):
        try:
            print(getattr("a.b", method)(arg))
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
