# union, intersection, difference, symmetric_difference take any iterables.
a = {1, 2, 3}
print(sorted(a.union([3, 4], (5,))), sorted(a.intersection([2, 3], {3})), sorted(a.difference([1], [2])), sorted(a.symmetric_difference([3, 4])), sorted(a.union()), a.intersection() == a, a.intersection() is a)
print(a.issubset(range(9)), a.issuperset([1]), a.isdisjoint("abc"), a.issubset([]), a.issuperset([]), set().issubset([]))
for method in ("union", "intersection", "difference", "symmetric_difference", "issubset", "issuperset", "isdisjoint", "update"):
    for args in [(5,), ([[]],), (None,), ()]:
        try:
            r = getattr({1}, method)(*args)
            print(method, args, r)
        except TypeError as e:
            print(method, args, e)
