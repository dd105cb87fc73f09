# __dict__ of instances and classes.
class A:
    x = 1

    def __init__(self): self.y = 2


a = A()
a.__dict__["z"] = 3
print(a.z, a.__dict__, vars(a) is a.__dict__, sorted(k for k in A.__dict__ if not k.startswith("__")), type(A.__dict__).__name__)
a.__dict__ = {"only": 1}
print(a.only, hasattr(a, "y"), a.x)
for code in ["A.__dict__['q'] = 1", "del A.__dict__['x']", "a.__dict__ = 5", "(5).__dict__", "A.__dict__ = {}", "object().__dict__", "[].__dict__", "del a.__dict__['nope']"]:
    try:
        exec(code)
        print(code, "fine")
    except (TypeError, AttributeError, KeyError) as e:
        print(code, "->", type(e).__name__, e)
A.w = 9
print(a.w, A.__dict__["w"], "w" in vars(A))
