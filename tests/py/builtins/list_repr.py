a = [1]
a.append(a)
print(a)
d = {}
d["self"] = d
print(d)
t = ([],)
t[0].append(t)
print(t)
b = [[], [[]], {"k": [1, (2,)]}, {1}, ()]
print(b, repr(b), str(b))
class R:
    def __repr__(self): return "R!"
print([R()], (R(),), {R: 1}.keys() == {R}, {"r": R()})
print(f"{[R()]} {(1,)}")
class L:
    def __init__(self): self.items = [self]
    def __repr__(self): return f"L({self.items})"
print(L())
class Bad:
    def __repr__(self): raise ValueError("no repr")
try:
    repr([Bad()])
except ValueError as e:
    print("caught", e)
x = [1]
print([x, x])
