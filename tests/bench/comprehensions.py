# List, set and dict comprehensions, zip, enumerate, any, sum.


def upgrade():
    total = 0
    rows = [(i, i % 7, "name%d" % (i % 100)) for i in range(50000)]
    for _ in range(8):
        ids = [r[0] * 2 for r in rows if r[1] != 3]
        names = {name for _, _, name in rows}
        lookup = {i: name for i, _, name in rows}
        pairs = [(a, b) for a, b in zip(ids, reversed(ids))]
        nested = [x + y for x in range(200) for y in range(100)]
        total += len(ids) + len(names) + len(lookup) + len(pairs) + sum(nested)
        total += sum(n for n, row in enumerate(rows) if row[1] == 2)
        total += any(r[0] < 0 for r in rows)
    print(total)


upgrade()
