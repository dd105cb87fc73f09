# tuple.count and tuple.index.
t = (1, 2, 1.0, "a", (1,), None)
print(t.count(1), t.count((1,)), t.count("z"), t.index(1, 1), t.index("a"), t.index(None, -1))
for args in [(9,), (1, 3), (), ("a", 4), (1, "x"), (1, None)]:
    try:
        print(t.index(*args))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
