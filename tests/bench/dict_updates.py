# Counting and merging rows by key, as a backfill that groups before it updates.


def upgrade():
    totals = {}
    names = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta"]
    for i in range(600000):
        key = names[i % 8]
        totals[key] = totals.get(key, 0) + i
    by_id = {}
    for i in range(200000):
        row = {"id": i, "owner": i % 1000, "name": names[i & 7]}
        by_id.setdefault(row["owner"], []).append(row["id"])
    merged = {}
    for owner, ids in by_id.items():
        merged.update({owner: len(ids)})
    print(totals["theta"], len(by_id), sum(merged.values()))


upgrade()
