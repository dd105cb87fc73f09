s = t = {1, 2, 3}
s |= {4}
s &= {1, 2, 4}
s -= {1}
s ^= {2, 9}
print(sorted(t), s is t)
s.intersection_update([4, 9], [9])
print(s)
s.difference_update([9])
print(s)
s.symmetric_difference_update([1, 2])
print(sorted(s))
f = g = frozenset([1])
f |= {2}
print(sorted(f), sorted(g), type(f).__name__)
k = {"a": 1}.keys()
s = {"b"}
s |= k
print(sorted(s))
