# range: length, items, slices, membership, equality, repr.
for r in [range(5), range(1, 5), range(0, 10, 3), range(5, 0, -2), range(0), range(3, 1), range(-3, 3), range(10, -1, -3)]:
    print(r, len(r), list(r), r[::-1], bool(r), 3 in r, r == range(5), hash(r) == hash(r), r.start, r.stop, r.step, list(reversed(r)))
print(range(0) == range(2, 1) == range(5, 5, 3), range(0, 3, 2) == range(0, 4, 2), hash(range(0, 3, 2)) == hash(range(0, 4, 2)), range(1) == [0], range(0, 5, 5) == range(0, 1))
