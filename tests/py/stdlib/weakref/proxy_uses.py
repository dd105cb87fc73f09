import weakref
class P:
    v = 1
    def hi(self): return "hi"
    def __len__(self): return 4
    def __getitem__(self, k): return k * 2
    def __bool__(self): return True
p = P()
q = weakref.proxy(p)
print(q.v, q.hi(), len(q), q[3], bool(q))
q.v = 9
print(p.v, str(q) == str(p))
def f(): return 1
print(weakref.proxy(f)())
