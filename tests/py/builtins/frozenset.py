f = frozenset([1, 2, 3])
print(len(f), 2 in f, hash(f) == hash(frozenset([3, 2, 1])), frozenset(f) is f, f.copy() is f)
print(type(f | {4}).__name__, type({4} | f).__name__, sorted(f | {4}), type(f.union([1])).__name__)
d = {f: "x"}
print(d[frozenset((3, 1, 2))])
print(sorted(f & {1, 9}), sorted(f - {1}), f <= {1, 2, 3, 4}, f == {1, 2, 3})
class F(frozenset):
    def hi(self): return sorted(self)
x = F([2, 1])
print(x.hi(), x == {1, 2}, type(x | {3}).__name__, repr(F([1])), repr(F()))
class S(set): pass
print(repr(S([1])), repr(S()), S([1]) | {2} == {1, 2}, isinstance(S(), set))
s = S([1])
s.note = "n"
print(s.note, s)
print(frozenset("a"), repr(frozenset([(1, 2)])))
