# range.index and range.count compute, they do not walk.
r = range(0, 10**15, 7)
print(r.index(7 * 10**10), r.count(14), r.count(15), 7 * 10**12 in r, 5 in r, len(r), r[-1])
for v in [5, -7, 7 * 10**15]:
    try:
        r.index(v)
    except ValueError as e:
        print(e)
