# issuperset() stops at the first item that is missing; issubset() takes them all.
s = {1, 2, 3}
for other in ([5, []], [1, []], [1, 2], [], {1}, {9}, "ab", 5, iter([1, 7, []]), {1: [], 2: 0}, frozenset([3])):
    for f in (set.issuperset, set.issubset, frozenset.issuperset, set.isdisjoint):
        try: print(f.__name__, f(frozenset(s) if f.__qualname__.startswith("frozen") else s, other))
        except TypeError as e: print(f.__name__, e)
