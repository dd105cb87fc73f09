class C:
    def __contains__(self, x): return x == "yes"
class I:
    def __iter__(self): return iter([1, 2])
class G:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i
print("yes" in C(), "no" in C(), 1 in I(), 5 in I(), 2 in G(), 7 not in G())
print("ell" in "hello", "" in "abc", "x" in "abc", b"b" in b"abc", 98 in b"abc")
for bad in (lambda: 1 in 5, lambda: 1 in "a", lambda: None in None):
    try:
        bad()
    except TypeError as e:
        print(e)
class N:
    __contains__ = None
    def __iter__(self): return iter([1])
try:
    1 in N()
except TypeError as e:
    print(e)
