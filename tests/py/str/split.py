# str.split and rsplit with a separator.
for s in ["a,b,c", ",a,", ",,", "", "abc", "a,,b"]:
    print(s.split(","), s.rsplit(","), s.split(",", 1), s.rsplit(",", 1), s.split(",", 0), s.split(",", -1))
print("a--b-c".split("--"), "a<>b<>c".split("<>", 1), "a<>b<>c".rsplit("<>", 1), "aXbxc".split("x"), "1 2".split(" ", maxsplit=1), "1,2".split(sep=","))
for args in [("",), (1,), (b",",), (",", "x"), (",", 1.5), (",", None)]:
    for method in ("split", "rsplit"):
        try:
            print(getattr("a,b", method)(*args))
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
