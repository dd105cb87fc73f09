import csv, io
csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_ALL)
print(list(csv.reader(["a|b"], "pipes")), sorted(csv.list_dialects()))
class D(csv.excel): delimiter = ";"
print(list(csv.reader(["a;b"], dialect=D)), csv.get_dialect("excel").delimiter, csv.excel.lineterminator == "\r\n")
csv.unregister_dialect("pipes")
try:
    csv.reader([], "pipes")
except csv.Error as e:
    print(e)
