# list.count and list.index: equality, not identity, and windows.
nan = float("nan")
a = [1, 1.0, True, "1", nan, [1], None, 2]
print(a.count(1), a.count("1"), a.count(nan), a.count([1]), a.count(None), a.count(9))
print(a.index(1), a.index("1"), a.index(nan), a.index(1, 1), a.index(1, 2, 3), a.index(2, -1), a.index([1], -100, 100))
for args in [(9,), (1, 3), (2, 0, 7), (), (1, "a"), (1, 2, 3, 4)]:
    try:
        print(a.index(*args))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
