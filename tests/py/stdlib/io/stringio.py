import io
s = io.StringIO("one\ntwo\nthree")
print(s.read(3), s.readline(), s.readlines(), s.tell(), s.seek(0), list(s), s.getvalue() == "one\ntwo\nthree")
w = io.StringIO(); print(w.write("abc"), w.getvalue()); w.seek(1); w.write("X"); print(w.getvalue()); w.truncate(2); print(w.getvalue()); print("p", 1, file=w); print(repr(w.getvalue()))
w.close()
try:
    w.read()
except ValueError as e:
    print(e)
try:
    io.StringIO().write(b"x")
except TypeError as e:
    print(e)
with io.StringIO("q") as f: print(f.read(), f.closed)
print(f.closed, f.readable() if not f.closed else "")
