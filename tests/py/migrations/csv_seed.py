# Seed data out of a CSV text.
import csv
import io
from decimal import Decimal

TEXT = '''code,name,price,active
A1,"Widget, small",9.90,true
B2,"Quote ""x""",100,false
C3,,0.5,
'''
rows = []
for row in csv.DictReader(io.StringIO(TEXT)):
    row["price"] = Decimal(row["price"])
    row["active"] = {"true": True, "false": False}.get(row["active"])
    row["name"] = row["name"] or None
    rows.append(row)
    print(row)
print(sum(r["price"] for r in rows), max(rows, key=lambda r: r["price"])["code"])
out = io.StringIO()
writer = csv.DictWriter(out, fieldnames=["code", "price"], extrasaction="ignore", lineterminator="\n")
writer.writeheader()
writer.writerows(rows)
print(out.getvalue())
try:
    csv.DictWriter(io.StringIO(), ["code"]).writerow({"code": 1, "bad": 2})
except ValueError as e:
    print(e)
