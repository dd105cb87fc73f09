import tomllib, io
for bad in ("a = ", "a = 1\na = 2", "[t]\n[t]", "= 1", 'a = "\\q"', "a = [1, 2", "a = {x = 1", "a b = 1", "a = nope", "[a", "a.b = 1\na = 2", "a = 1 b = 2", 'a = """x'):
    try:
        print(tomllib.loads(bad))
    except tomllib.TOMLDecodeError as e:
        print(repr(bad), str(e).split(" (at")[0])
print(issubclass(tomllib.TOMLDecodeError, ValueError))
try:
    tomllib.load(io.StringIO("a=1"))
except TypeError as e:
    print(e)
try:
    tomllib.loads(b"a=1")
except TypeError as e:
    print(e)
print(tomllib.load(io.BytesIO(b"a = 1.5\r\nb = 'x'\r\n")), tomllib.loads("a = 1.5\nb = [2.5]", parse_float=str), tomllib.loads(""))
