# with: enter, exit, targets, several managers.
class CM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind.__name__ if kind else None, value, tb is not None)
        return self.swallow


with CM("a") as a, CM("b") as b:
    print(a, b)
with CM("swallows", True):
    raise ValueError("v")
print("after")
try:
    with CM("outer"), CM("inner"):
        raise KeyError("k")
except KeyError as e:
    print("out", e)
with (CM("p") as p, CM("q") as q,):
    print(p, q)
with (CM("tuple")):
    pass
l = [0]
with CM("item") as l[0]:
    pass
with CM("xy") as (x, y):
    print(l, x, y)
