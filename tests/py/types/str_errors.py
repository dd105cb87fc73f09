tests = [
    lambda: "a" + 1, lambda: 1 + "a", lambda: "a" - "b", lambda: "a" * "b", lambda: "a" < 1, lambda: 1 < "a",
    lambda: "a" * 1.5, lambda: -"a", lambda: "abc".nope, lambda: "abc".upper(1), lambda: "abc"(), lambda: setattr("a", "x", 1),
    lambda: "a".join(), lambda: "a" % 1, lambda: "%d" % "x", lambda: "%s %s" % "a", lambda: str(b"a", "nope"), lambda: int("x"),
    lambda: len(5), lambda: "a"["b"], lambda: None + 1, lambda: [] + (), lambda: "a" in 5, lambda: str.upper(5), lambda: str.upper(),
]
for t in tests:
    try:
        print(t())
    except Exception as e:
        print(type(e).__name__, e)
