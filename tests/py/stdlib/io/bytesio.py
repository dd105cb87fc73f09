import io
b = io.BytesIO(b"line1\nline2\nrest")
print(b.readline(), b.read(2), b.read1(3), b.readlines(), b.read(), b.seek(3), b.tell(), b.seek(-2, 2), b.read(), b.seek(2, 1))
buf = bytearray(4); b.seek(0); print(b.readinto(buf), buf, b.getvalue(), bytes(b.getbuffer()[:3]), b.readable(), b.writable(), b.seekable(), b.isatty())
b = io.BytesIO(); print(b.write(b"abc"), b.write(bytearray(b"de")), b.write(bytearray(b"f")), b.getvalue(), b.seek(1), b.write(b"Z"), b.getvalue(), b.truncate(), b.getvalue())
b.writelines([b"1", b"2"]); print(b.getvalue())
for call in (lambda: b.write("x"), lambda: io.BytesIO("x"), lambda: b.seek(-1), lambda: b.seek(0, 9), lambda: b.truncate(-2)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
with io.BytesIO(b"q") as c: print(c.read())
print(c.closed, isinstance(c, io.BufferedIOBase), isinstance(c, io.IOBase), isinstance(c, io.RawIOBase), issubclass(io.StringIO, io.TextIOBase), type(c))
