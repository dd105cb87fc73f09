import csv, io
o = io.StringIO(); w = csv.writer(o)
w.writerow(["a", 1, None, 2.5, 'q"q', "x,y", "n\nl", ""]); w.writerows([[1, 2], [3, 4]])
print(repr(o.getvalue()))
for q in (csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_MINIMAL):
    o = io.StringIO(); csv.writer(o, quoting=q, lineterminator="\n").writerow(["a", 1, None]); print(repr(o.getvalue()))
o = io.StringIO()
try:
    csv.writer(o, quoting=csv.QUOTE_NONE).writerow(["a,b"])
except csv.Error as e:
    print(e)
csv.writer(o, quoting=csv.QUOTE_NONE, escapechar="\\", delimiter=";").writerow(["a;b", "c"]); print(repr(o.getvalue()))
