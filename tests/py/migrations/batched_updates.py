# Rows in batches: slices, range with a step, islice until empty.
from itertools import islice


def batches(rows, size):
    for start in range(0, len(rows), size):
        yield rows[start:start + size]


def chunks(iterable, size):
    it = iter(iterable)
    while chunk := list(islice(it, size)):
        yield chunk


rows = [{"id": i, "name": f"user{i}"} for i in range(1, 8)]
print([[r["id"] for r in b] for b in batches(rows, 3)])
print(list(chunks((r["name"] for r in rows), 4)))
print(list(chunks([], 4)), list(batches([], 2)))
total = 0
for number, batch in enumerate(batches(rows, 2), start=1):
    total += len(batch)
    print(f"batch {number}: {total}/{len(rows)} ({total / len(rows):.0%})")
