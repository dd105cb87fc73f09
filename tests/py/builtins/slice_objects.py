s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(1, 2), s == slice(1, 10, 2), s != slice(1))
print(s.indices(5), slice(None).indices(3), slice(None, None, -1).indices(3), slice(-2, None).indices(5), slice(10, -10, -2).indices(5))
class G:
    def __getitem__(self, k): return k
g = G()
print(g[1:2], g[:], g[::3], g[1:2, 3], g[...], g["a":"b"], g[()], g[1,])
print("hello"[s], list(range(20))[s], (0, 1, 2, 3)[slice(None, None, 2)])
try:
    slice()
except TypeError as e:
    print("TypeError")
print(isinstance(s, slice), type(s).__name__)
