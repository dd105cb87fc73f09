import codecs, io
w = codecs.getwriter("utf-16-le")(io.BytesIO()); w.write("hé"); print(w.stream.getvalue())
r = codecs.getreader("utf-8")(io.BytesIO("é1\né2\n".encode())); print(r.readline(), r.read())
r = codecs.getreader("latin-1")(io.BytesIO(b"a\nb\n")); print(list(r))
x = codecs.EncodedFile(io.BytesIO("é".encode("latin-1")), "utf-8", "latin-1"); print(x.read())
