class A:
    def __add__(self, o): return "A.add"
    def __radd__(self, o): return "A.radd"
    def __eq__(self, o): print("A.eq"); return NotImplemented
    def __lt__(self, o): return NotImplemented
    def __gt__(self, o): return "A.gt"
class B(A):
    def __radd__(self, o): return "B.radd"
    def __gt__(self, o): return "B.gt"
print(A() + A(), A() + B(), B() + A(), 1 + A(), A() + 1, A() < B(), A() == A(), 1 < A(), A() == 1, [] + A() if False else "", "x" + A(), [1] + A(), (1,) + A())
class N(int):
    def __radd__(self, o): return "N.radd"
print(1 + N(2), N(1) + 2, N(1) + N(2), 1.5 + N(1))
class Q:
    __hash__ = None
try:
    hash(Q())
except TypeError as e:
    print(e)
class R:
    def __eq__(self, o): return True
try:
    {R(): 1}
except TypeError as e:
    print(e)
class T:
    __add__ = None
for f in (lambda: A() < 1 if False else object() < object(), lambda: object() + 1, lambda: [] < {}, lambda: {} < {}, lambda: None < 1):
    try:
        print(f())
    except TypeError as e:
        print(e)
