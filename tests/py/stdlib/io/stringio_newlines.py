import io
for nl in ("\n", "", None, "\r", "\r\n"):
    s = io.StringIO("a\nb\r\nc\rd", newline=nl)
    print(repr(nl), repr(s.getvalue()), s.readlines(), s.newlines)
    s = io.StringIO(newline=nl); s.write("x\ny\r\n"); print(repr(s.getvalue()))
s = io.StringIO("hello\nworld\n")
print(s.read(3), s.tell(), repr(s.readline()), s.readline(2), s.read(), repr(s.read()), s.seek(0), list(s), s.seek(0, 2), s.tell())
s.write("!"); s.seek(2); s.write("XX"); print(repr(s.getvalue()), s.truncate(4), repr(s.getvalue()), s.tell())
s.seek(10); s.write("z"); print(repr(s.getvalue()))
for call in (lambda: s.write(b"x"), lambda: s.seek(-1), lambda: s.seek(1, 1), lambda: io.StringIO(5), lambda: io.StringIO("", newline="x"), lambda: s.fileno(), lambda: s.detach(), lambda: s.truncate(-1), lambda: s.seek(0, 5)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
s.close()
for call in (s.read, s.getvalue, lambda: s.write("x"), lambda: next(s), lambda: s.__enter__(), s.readable):
    try:
        print(call())
    except ValueError as e:
        print(e)
print(s.closed, s.close())
