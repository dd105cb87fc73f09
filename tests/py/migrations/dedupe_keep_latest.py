# Duplicates grouped, the latest kept, the rest listed for deletion.
from collections import defaultdict
from itertools import groupby
from operator import itemgetter

rows = [(1, "a@x", 10), (2, "b@x", 5), (3, "A@x", 12), (4, "c@x", 1), (5, "b@x", 5), (6, "a@x", 3)]
groups = defaultdict(list)
for id_, mail, at in rows:
    groups[mail.lower()].append((at, id_))
keep, drop = [], []
for mail, found in groups.items():
    found.sort(reverse=True)
    keep.append(found[0][1])
    drop.extend(id_ for _, id_ in found[1:])
print(keep, drop, dict(groups))
ordered = sorted(rows, key=lambda r: (r[1].lower(), -r[2]))
for mail, group in groupby(ordered, key=lambda r: r[1].lower()):
    first, *others = group
    print(mail, first, [o[0] for o in others])
print(max(rows, key=itemgetter(2)), sorted(rows, key=itemgetter(1, 0))[:2], [*map(itemgetter(0), rows)])
