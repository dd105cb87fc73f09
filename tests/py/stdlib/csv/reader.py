import csv, io
text = 'a,b,c\n1,"x,y",3\n"he said ""hi""",,"two\nlines"\n'
for row in csv.reader(io.StringIO(text)): print(row)
print(list(csv.reader(["a;b", "c;'d;e'"], delimiter=";", quotechar="'")))
print(list(csv.reader(["1,2.5,x"], quoting=csv.QUOTE_NONNUMERIC)) if False else "")
print(list(csv.reader(["a, b"], skipinitialspace=True)), list(csv.reader([""])), list(csv.reader(["x\ty"], dialect="excel-tab")))
r = csv.reader(["a", "b"]); next(r); print(r.line_num)
