# list.sort: stable, with key and reverse, positional arguments refused.
a = ["b", "A", "c", "B", "a"]
print(a.sort(), a)
a.sort(key=str.lower)
print(a)
a.sort(key=str.lower, reverse=True)
print(a)
a.sort(reverse=1)
print(a)
for args, kw in [((str.lower,), {}), ((), {"foo": 1}), ((), {"key": 5}), ((), {"reverse": "x"}), ((), {"key": len, "reverse": None})]:
    try:
        print(a.sort(*args, **kw))
    except TypeError as e:
        print(e)
for bad in ([1, "a"], [None, None], [1, None], [(1, "a"), (1, 2)], [{}, {}], [object, int]):
    try:
        bad.sort()
    except TypeError as e:
        print(e)
