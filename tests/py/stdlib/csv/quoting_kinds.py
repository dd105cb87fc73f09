# csv: every kind of quoting, written and read.
import csv
import io

row = ["a", 1, 2.5, None, "", 'q"x', "with,comma", True]
for kind in ("QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_STRINGS", "QUOTE_NOTNULL"):
    out = io.StringIO()
    csv.writer(out, quoting=getattr(csv, kind)).writerow(row)
    print(kind, getattr(csv, kind), out.getvalue(), end="")
out = io.StringIO()
csv.writer(out, quoting=csv.QUOTE_NONE, escapechar="\\").writerow(row)
print(out.getvalue(), end="")
try:
    csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"])
except csv.Error as e:
    print(e)
print(list(csv.reader(['"a",1,2.5'], quoting=csv.QUOTE_NONNUMERIC)))
try:
    list(csv.reader(["a,1"], quoting=csv.QUOTE_NONNUMERIC))
except ValueError as e:
    print(e)
