# Grouping, counting, inverting and merging dictionaries.
rows = [("a", 1), ("b", 2), ("a", 3), ("c", 2)]
groups = {}
for k, v in rows:
    groups.setdefault(k, []).append(v)
print(groups, {v: k for k, v in rows}, {k: sum(v) for k, v in groups.items()}, sorted(groups, key=lambda k: (-len(groups[k]), k)))
inverted = {}
for k, vs in groups.items():
    for v in vs:
        inverted.setdefault(v, set()).add(k)
print({k: sorted(v) for k, v in sorted(inverted.items())})
merged = {**groups, "d": []} | {"a": "new"}
print(merged, dict(sorted(merged.items(), reverse=True)), list(merged)[-1], {k: v for k, v in merged.items() if v})
for k in list(merged):
    if not merged[k]:
        del merged[k]
print(merged, merged.pop("zz", None), max(groups.items(), key=lambda kv: len(kv[1])), dict(zip("ab", zip(*rows))))
