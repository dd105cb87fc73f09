# In-place operators and methods change the set itself; frozensets are replaced.
a = b = {1, 2, 3}
a |= {4}
a &= {2, 3, 4, 5}
a -= {2}
a ^= {3, 9}
print(sorted(a), a is b)
a.update([1], "x", {5: 6})
a.intersection_update([1, 5, 9])
a.difference_update([5], [6])
a.symmetric_difference_update([1, 7])
print(sorted(a), a is b)
f = g = frozenset({1})
f |= {2}
print(sorted(f), f is g, type(f).__name__)
for code in ["a |= [1]", "a &= 'x'", "a -= [1]", "a ^= 5"]:
    try:
        exec(code)
    except TypeError as e:
        print(code, e)
