# OrderedDict sets its items one by one: a __setitem__ of a subclass sees them all; what is no pair is told as there.
from collections import OrderedDict
def t(fn):
    try:
        print(fn())
    except Exception as e:
        print(type(e).__name__, e)
class Loud(OrderedDict):
    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value * 2)
class Keys:
    def keys(self): return ["k", "l"]
    def __getitem__(self, key): return key + "!"
class Items:
    def items(self): return [("i", 1)]
t(lambda: Loud({"a": 1}, b=2))
t(lambda: Loud([("a", 1)]))
def u():
    d = Loud(); d.update({"x": 1}); d.update([("y", 2)], z=3); d.setdefault("w", 4); d |= {"v": 5}; return d
t(u)
t(lambda: OrderedDict(Keys(), m=1))
t(lambda: OrderedDict(Items()))
for arg in 'x', ['ab', 'cd'], ['abc'], [5], 5, None, [()], [("a",)], [[1, 2]], {}, (), [("a", 1), ("a", 2)], iter([(1, 2)]), [([], 1)]:
    t(lambda: OrderedDict(arg))
t(lambda: OrderedDict([("a", 1)], [("b", 2)]))
t(lambda: OrderedDict(self=1, other=2))
t(lambda: Loud(Loud([("a", 1)])))
t(lambda: Loud(a=1).copy())
t(lambda: Loud.fromkeys("ab", 1))
t(lambda: OrderedDict(a=1) | {"b": 2})
t(lambda: {"b": 2} | OrderedDict(a=1))
class D2(dict):
    def __setitem__(self, k, v): print("no")
t(lambda: D2({"a": 1}))
