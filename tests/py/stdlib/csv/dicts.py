import csv, io
r = csv.DictReader(io.StringIO("id,name\n1,Ann\n2\n3,Bob,extra\n"))
print(r.fieldnames)
for row in r: print(row)
print(list(csv.DictReader(["1,2"], fieldnames=["a", "b"], restkey="more", restval="-")))
o = io.StringIO(); w = csv.DictWriter(o, ["id", "name"], restval="?", extrasaction="ignore", lineterminator="\n")
w.writeheader(); w.writerow({"id": 1, "zap": 2}); w.writerows([{"id": 2, "name": "x"}]); print(o.getvalue())
try:
    csv.DictWriter(o, ["a"]).writerow({"b": 1})
except ValueError as e:
    print(e)
