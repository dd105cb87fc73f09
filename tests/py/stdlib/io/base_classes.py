import io
class Raw(io.RawIOBase):
    def __init__(self, data): self.data, self.at = data, 0
    def readable(self): return True
    def readinto(self, b):
        part = self.data[self.at:self.at + min(3, len(b))]
        b[:len(part)] = part; self.at += len(part)
        return len(part)
print(Raw(b"hello world").read(5), Raw(b"hello world").readall(), Raw(b"a\nbc\n").readline(), list(Raw(b"x\ny\n")))
r = io.BufferedReader(Raw(b"0123456789abc"))
print(r.read(4), r.peek(1)[:1], r.read(2), r.read(), r.readable(), r.raw.__class__.__name__)
class Sink(io.RawIOBase):
    def __init__(self): self.got = []
    def writable(self): return True
    def write(self, b): self.got.append(bytes(b)); return len(b)
s = Sink(); w = io.BufferedWriter(s); w.write(b"abc"); w.write(b"def"); w.flush(); print(b"".join(s.got))
for call in (lambda: io.BufferedReader(s), lambda: s.read(1), lambda: s.seek(0), lambda: io.IOBase().fileno(), lambda: io.TextIOBase().read(), lambda: w.read()):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(io.UnsupportedOperation.__mro__[1:3], io.SEEK_END, io.DEFAULT_BUFFER_SIZE, isinstance(open(__file__), io.TextIOBase), isinstance(open(__file__, "rb"), io.BufferedIOBase), io.text_encoding(None), io.text_encoding("x"))
