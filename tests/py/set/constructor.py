# set(...) and frozenset(...).
print(set(), frozenset(), sorted(set("hello")), sorted(set(range(3))), set({1: 2}), frozenset([1, 1]), set([(1, 2)]))
f = frozenset({1})
print(frozenset(f) is f, set(f) == f, f.copy() is f, {1}.copy() == {1})
for kind in (set, frozenset):
    for args in [(1,), ([[]],), ([1], [2]), (None,)]:
        try:
            print(kind(*args))
        except TypeError as e:
            print(e)
