import reprlib
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(10)}), reprlib.repr(set(range(9))), reprlib.repr(10 ** 60), reprlib.repr((1, [2, [3]])))
class L:
    @reprlib.recursive_repr()
    def __repr__(self): return f"L({self!r})"
print(L())
