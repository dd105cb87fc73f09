print(hash((1, 2, 3)) == hash((1, 2, 3)), hash((1,)) == hash((1.0,)), (1, 2) in {(1, 2): 0})
print(len({(1, 2), (1, 2), (2, 1)}), {frozenset([1, 2]): "v"}[frozenset([2, 1])])
for bad in ([], {}, set(), ([],), (1, {}), [1]):
    try:
        hash(bad)
    except TypeError as e:
        print(e)
    else:
        print("hashable")
try:
    {(1, []): 1}
except TypeError as e:
    print(e)
class Eq:
    def __eq__(self, o): return True
try:
    {Eq()}
except TypeError as e:
    print(e)
class Sub(list):
    def __hash__(self): return 1
print({Sub([1]): "x"}[Sub([1])])
