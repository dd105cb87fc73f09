import codecs
d = codecs.getincrementaldecoder("utf-8")()
data = "aé€😀z".encode()
print([d.decode(data[i:i + 1]) for i in range(len(data))], repr(d.decode(b"", True)))
d = codecs.getincrementaldecoder("utf-16")()
data = "aé😀".encode("utf-16")
print([d.decode(data[i:i + 1]) for i in range(len(data))])
e = codecs.getincrementalencoder("utf-16")(); print(e.encode("a"), e.encode("b"))
print(list(codecs.iterencode(["a", "é"], "utf-8")), list(codecs.iterdecode([b"\xc3", b"\xa9x"], "utf-8")))
try:
    d = codecs.getincrementaldecoder("utf-8")(); d.decode(b"\xc3"); d.decode(b"", True)
except UnicodeDecodeError as x:
    print(x)
