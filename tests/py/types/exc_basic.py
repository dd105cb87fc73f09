for e in (ValueError(), ValueError("a"), ValueError("a", 1), KeyError("k"), KeyError("a", "b"), OSError(2, "No such file", "f.txt"), OSError("x"), OSError(13, "Denied"), SystemExit(3), StopIteration(5), ImportError("m", name="n", path="p"), AttributeError("x", name="y", obj=1), SyntaxError("bad", ("f.py", 3, 1, "txt")), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid"), Exception(None), KeyError(1.5)):
    print(type(e).__name__, "|", str(e), "|", repr(e), "|", e.args)
e = OSError(2, "No such file", "f.txt")
print(type(e), e.errno, e.strerror, e.filename, isinstance(e, FileNotFoundError), type(OSError(17, "x")).__name__, type(OSError(999, "x")).__name__)
print(SystemExit(3).code, SystemExit().code, StopIteration(5).value, StopIteration().value, ImportError("m", name="n").name, ImportError("m").path)
s = SyntaxError("bad", ("f.py", 3, 1, "txt"))
print(s.msg, s.filename, s.lineno, s.offset, s.text)
e = ValueError("a"); e.extra = 1; e.args = ("b", "c"); print(e, e.extra, e.__dict__)
for f in (lambda: ValueError(x=1), lambda: ImportError(z=1), lambda: ValueError("a").nope):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
