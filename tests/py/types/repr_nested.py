l = [1]; l.append(l); print(l)
d = {}; d["d"] = d; print(d)
t = ([],); t[0].append(t); print(t)
class A:
    def __init__(self): self.me = [self]
    def __repr__(self): return f"A({len(self.me)})"
print(A().me, [A()], {"a": A()}, (A(),), {1: {2: {3: [4]}}}, [[[]]], ((),), {(): []}, [''], [b''], ["a'b"], [1.0, None, True, ...], range(3), [range(1, 5, 2)], slice(1, None), [slice(None)])
class B:
    def __str__(self): return "strB"
class C(B):
    def __repr__(self): return "reprC"
print(C(), [C()], str(C()), f"{C()!r} {C()}", "%s %r" % (C(), C()))
class D:
    def __repr__(self): return 5
try:
    repr(D())
except TypeError as e:
    print(e)
class F:
    def __str__(self): return None
try:
    str(F())
except TypeError as e:
    print(e)
