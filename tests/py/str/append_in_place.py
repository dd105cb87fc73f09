# x += ... of a local grows in place; whoever else holds the text keeps what it was.
def f():
    x = ""
    keep = []
    for i in range(10):
        x += str(i)
        if i % 3 == 0:
            keep.append(x)
        y = x
        x += "-"
        assert y[-1] != "-", y
    x += x
    d = locals()
    x += "!"
    print(keep, x, d["x"])
    z = x
    z += "q"
    return x
print(f())
def g(s):
    s += "a"; s += "b"; t = s; s += "c"
    return s, t
a = "é"
print(g(a), a, len(g(a)[0]))
def h():
    s = "k"
    def inner():
        return s
    s += "x"
    s += "y"
    return inner()
print(h())
def l():
    a = b = [1]
    a += [2]
    n = 1
    n += 2**70
    try:
        n += "s"
    except TypeError as e:
        print(e)
    return a, b, n
print(l())
def gen():
    s = ""
    for i in range(4):
        s += str(i)
        yield s
print(list(gen()))
def unbound():
    q += "x"
try:
    unbound()
except UnboundLocalError as e: print(e)
def hashed():
    s = "a"
    s += "b"
    d = {s: 1}
    s += "c"
    s += "d"
    return d, s, d.get("ab"), {s: 2}["abcd"]
print(hashed())
