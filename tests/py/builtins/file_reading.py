def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
here = __file__.rpartition("/")[0] or "."
path = here + "/sample.txt"
with open(path) as f:
    print(f.readline(), f.readline(), repr(f.read(3)), f.tell() > 0)
    print(f.readlines())
    print(repr(f.read()), f.closed, f.mode)
print(f.closed, f.name == path)
err(lambda: f.read())
for line in open(path, encoding="utf-8"):
    print(repr(line))
print(open(path, "rb").read(5), type(open(path, "rb").read()).__name__)
with open(path, "r", encoding="latin-1") as g:
    print(repr(g.read()[-12:]))
with open(path, newline="") as g:
    print(repr(g.read()[:12]))
err(lambda: open(path, encoding="ascii").read())
err(lambda: open("does-not-exist.txt"))
try:
    open(here)
except OSError as e:
    print(type(e).__name__, e.errno, e.strerror, e.filename == here)
err(lambda: open(path, "q"))
err(lambda: open(path, "rw"))
err(lambda: open(path, "rb", encoding="utf-8"))
err(lambda: open(path).write("x"))
with open(path) as f:
    print(list(f)[0], f.seek(0), f.readline(4), f.readable(), f.writable(), sum(1 for _ in f))
print([l.strip() for l in open(path).read().splitlines()][:2])
try:
    open("nope-file")
except FileNotFoundError as e:
    print(e.errno, e.strerror, e.filename)
print(len(open(path).read(-1)), open(path).read(0) == "")
