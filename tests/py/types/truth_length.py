class A:
    def __bool__(self): return 1
class B:
    def __len__(self): return -1
class C:
    def __len__(self): return "x"
class D:
    def __len__(self): return 0
class E:
    def __len__(self): return 5
    def __bool__(self): return False
for v in (A(), B(), C(), D(), E()):
    for f in (bool, len):
        try:
            print(f(v))
        except Exception as e:
            print(type(e).__name__, e)
print([bool(x) for x in (0, 1, 0.0, "", "a", (), (0,), [], {}, set(), None, b"", range(0), range(1), object(), int, len)])
