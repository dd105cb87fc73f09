import weakref, gc
class A:
    def m(self): return "m"
    def __eq__(self, o): return isinstance(o, A)
    def __hash__(self): return 7
a, b = A(), A()
r = weakref.ref(a)
print(r() is a, r == weakref.ref(a), r == weakref.ref(b), r != 3, hash(r) == hash(a), r.__callback__, isinstance(r, weakref.ReferenceType))
print(weakref.ref(a, print).__callback__ is print, repr(r).startswith("<weakref at 0x"), "to 'A' at" in repr(r))
m = weakref.WeakMethod(a.m)
print(m()(), m() == a.m)
for bad in (3, "x", None, (), [], {}):
    try:
        weakref.ref(bad)
        print("made")
    except TypeError as e:
        print(e)
class K(weakref.ref):
    def __init__(self, obj, cb=None, *, tag): super().__init__(obj, cb); self.tag = tag
    def __new__(cls, obj, cb=None, *, tag): return super().__new__(cls, obj, cb)
k = K(a, tag="t")
print(k() is a, k.tag, sorted(weakref.__all__))
