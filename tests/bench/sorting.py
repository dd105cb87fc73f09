# Rows put in order by keys: numbers, text, tuples, itemgetter, reverse.
from operator import itemgetter


def upgrade():
    rows = []
    seed = 12345
    for i in range(60000):
        seed = (seed * 1103515245 + 12345) % 2147483648
        rows.append({"id": seed, "name": "n%d" % (seed % 5000), "rank": seed % 97})
    by_id = sorted(rows, key=lambda r: r["id"])
    by_name = sorted(rows, key=itemgetter("name"))
    by_both = sorted(rows, key=lambda r: (r["rank"], r["name"]), reverse=True)
    numbers = [r["id"] for r in rows]
    numbers.sort()
    texts = [r["name"] for r in rows]
    texts.sort()
    print(by_id[0]["id"], by_name[0]["name"], by_both[0]["rank"], numbers[100], texts[100])


upgrade()
