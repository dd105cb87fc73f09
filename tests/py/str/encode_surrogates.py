# Lone surrogates: what can and cannot be encoded.
s = "a\ud800b"
print(len(s), repr(s), ascii(s))
for errors in ["strict", "ignore", "replace", "backslashreplace", "surrogatepass", "surrogateescape"]:
    try:
        print(errors, s.encode("utf-8", errors))
    except UnicodeEncodeError as e:
        print(errors, e.reason, e.start, e.end, e.encoding)
