import csv, io
def read(text, **k):
    try:
        return list(csv.reader(io.StringIO(text, newline=""), **k))
    except (csv.Error, ValueError) as e:
        return f"{type(e).__name__} {e}"
print(read('a,b\r\n"x ""y""","new\nline"\n,\n'), read("a;'b;c'", delimiter=";", quotechar="'"), read("a, b", skipinitialspace=True), read('1,"2",x', quoting=csv.QUOTE_NONNUMERIC), read('"a",b', quoting=csv.QUOTE_NONE), read("a\\,b", escapechar="\\"), read('"a"b,c'), read('"unclosed', strict=True), read('"a"b', strict=True), read(""), read("\n\n"), read("a\tb", dialect="excel-tab"), read("a,b,"))
r = csv.reader(["a,b", "c,d"]); print(next(r), r.line_num, list(r), r.line_num, r.dialect.delimiter)
d = csv.DictReader(io.StringIO("h1,h2\n1,2\n3\n4,5,6\n")); print(d.fieldnames, list(d), list(csv.DictReader(["1,2"], ["x", "y"])), list(csv.DictReader(["a,b", "1"], restval="?")), list(csv.DictReader(["a", "1,2"], restkey="more")))
