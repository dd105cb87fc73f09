# list.insert: positions before the start and behind the end.
a = [1, 2, 3]
for i, x in [(0, "a"), (-1, "b"), (100, "c"), (-100, "d"), (2, "e"), (True, "f")]:
    print(a.insert(i, x), a)
for args in [(), (1,), ("a", 1), (1.0, 1), (None, 1), (1, 2, 3)]:
    try:
        a.insert(*args)
    except TypeError as e:
        print(e)
