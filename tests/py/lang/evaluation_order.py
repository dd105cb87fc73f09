# Left to right, targets after values, chained assignment, augmented targets evaluated once.
log = []


def n(name, value=None):
    log.append(name)
    return value


class Box:
    def __init__(self, name):
        self.__dict__["name"] = name

    def __setattr__(self, k, v):
        log.append(f"{self.name}.{k}={v}")
        self.__dict__[k] = v

    def __getattr__(self, k):
        log.append(f"get {self.name}.{k}")
        return 10

    def __getitem__(self, k):
        log.append(f"get {self.name}[{k}]")
        return 20

    def __setitem__(self, k, v):
        log.append(f"{self.name}[{k}]={v}")


def flush():
    print(log)
    log.clear()


n("a", 1) + n("b", 2) * n("c", 3)
flush()
a, b = Box("A"), Box("B")
a.x = b.y = n("value", 5)
flush()
n("i", a)[n("k", 1)] = n("v", 2)
flush()
n("obj", a).attr += n("rhs", 1)
flush()
n("obj", a)[n("key", "k")] += n("rhs", 1)
flush()
n("f", lambda *p, **k: None)(n("p1"), *n("star", []), n("p2"), k=n("kw"), **n("kws", {}))
flush()
n("left", 1) < n("mid", 0) < n("right", 2)
flush()
n("body", 1) if n("test", True) else n("else")
flush()
[n("e1"), n("e2")], {n("k1"): n("v1"), n("k2"): n("v2")}
flush()
a.p, b[n("idx", 0)] = n("first", 1), n("second", 2)
flush()
lambda d=n("default"): 0
flush()


def f(p=n("d1"), *, q: n("annotation") = n("d2")) -> n("return"):
    pass


flush()


@n("decorator", lambda c: c)
class K(n("base", object), metaclass=n("meta", type)):
    n("body")


flush()
del n("o", {"k": 1})[n("dk", "k")]
flush()
x = [1, 2, 3]
i = 0
i, x[i] = 1, "changed"
print(i, x)
for x[0] in [7, 8]:
    pass
print(x)
with_items = [c for c in n("iter", "ab") if n("cond", True)]
flush()
