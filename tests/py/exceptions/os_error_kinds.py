# OSError chooses its subclass by errno.
for code in (2, 17, 13, 1, 21, 20, 32, 111, 104, 103, 110, 4, 10, 3, 11, 22):
    e = OSError(code, "text", "name")
    print(type(e).__name__, e.errno, e.strerror, e.filename, e.filename2, e)
print(OSError is IOError is EnvironmentError)
