# A tree of rows with parents: paths, depths, orphans, cycles.
rows = [(1, None, "root"), (2, 1, "docs"), (3, 2, "api"), (4, 1, "src"), (5, 9, "orphan"), (6, 7, "a"), (7, 6, "b")]
by_id = {r[0]: r for r in rows}
children = {}
for id_, parent, name in rows:
    children.setdefault(parent, []).append(id_)


def path(id_, seen=()):
    if id_ in seen:
        raise ValueError(f"cycle at {id_}")
    _, parent, name = by_id[id_]
    if parent is None:
        return [name]
    if parent not in by_id:
        return ["?", name]
    return path(parent, seen + (id_,)) + [name]


for id_ in by_id:
    try:
        print(id_, "/".join(path(id_)), len(path(id_)))
    except ValueError as e:
        print(id_, e)


def walk(id_, depth=0):
    yield depth, by_id[id_][2]
    for child in sorted(children.get(id_, []), key=lambda c: by_id[c][2], reverse=True):
        yield from walk(child, depth + 1)


for depth, name in walk(1):
    print("  " * depth + name)
