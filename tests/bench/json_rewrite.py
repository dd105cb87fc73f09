# A JSON column rewritten row by row: loads, a change, dumps.
import json


def upgrade():
    source = json.dumps({"id": 1, "name": "Ada", "tags": ["a", "b", "c"], "address": {"city": "London", "zip": None},
                         "scores": [1.5, 2.25, 3.125], "active": True, "note": "caf\u00e9 \"quoted\"\n"})
    size = 0
    for i in range(30000):
        row = json.loads(source)
        row["id"] = i
        row["tags"].append("t%d" % i)
        row["address"]["country"] = "GB"
        size += len(json.dumps(row, sort_keys=True))
    print(size)


upgrade()
