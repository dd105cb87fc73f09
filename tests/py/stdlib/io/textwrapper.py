import io
raw = io.BytesIO()
t = io.TextIOWrapper(raw, encoding="utf-8", newline="\r\n")
t.write("é\nb\n"); t.flush(); print(raw.getvalue())
t = io.TextIOWrapper(io.BytesIO("a\r\nü\nz".encode("latin-1")), encoding="latin-1")
print(t.readline(), t.read(), t.encoding, t.errors, t.readable(), t.writable(), t.buffer.__class__.__name__)
t = io.TextIOWrapper(io.BytesIO(b"a\xffb"), encoding="utf-8", errors="replace"); print(ascii(t.read()))
try:
    io.TextIOWrapper(io.BytesIO(b"a\xffb"), encoding="utf-8").read()
except UnicodeDecodeError as e:
    print(e)
t = io.TextIOWrapper(io.BytesIO(b"1\n2\n3\n")); print([x for x in t], t.seek(0), t.readlines())
b = t.detach(); print(type(b).__name__)
for call in (lambda: t.read(), lambda: io.TextIOWrapper(io.BytesIO(), newline="bad"), lambda: io.TextIOWrapper(io.BytesIO(), encoding="nope")):
    try:
        call()
    except (ValueError, LookupError) as e:
        print(type(e).__name__, e)
w = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
for bad in (b"x", 5):
    try:
        w.write(bad)
    except TypeError as e:
        print(e)
