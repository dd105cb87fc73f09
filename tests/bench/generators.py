# Rows read in batches through generators, as a large table is migrated.
def rows(count):
    for i in range(count):
        yield i, "name", i * 3


def changed(source):
    for key, name, value in source:
        if value % 2 == 0:
            yield key, value


def batches(source, size):
    batch = []
    for item in source:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def all_of(*sources):
    for source in sources:
        yield from source


def upgrade():
    count = total = 0
    for batch in batches(all_of(changed(rows(400000)), changed(rows(200000))), 1000):
        count += 1
        total += sum(value for _, value in batch)
    print(count, total)


upgrade()
