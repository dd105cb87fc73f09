# __len__, __getitem__, __setitem__, __delitem__, __contains__, __iter__, __reversed__.
class Seq:
    def __init__(self, items): self.items = list(items)
    def __len__(self): return len(self.items)
    def __getitem__(self, i): return self.items[i]
    def __setitem__(self, i, v): self.items[i] = v
    def __delitem__(self, i): del self.items[i]


s = Seq("abc")
print(len(s), s[0], s[-1], s[1:], list(s), "b" in s, "z" in s, list(reversed(s)), [*s], bool(s), bool(Seq("")), sorted(s, reverse=True), dict(enumerate(s)), max(s), ",".join(s), tuple(zip(s, s)))
s[0] = "x"
del s[1]
print(s.items)
a, b = s
print(a, b)


class Con:
    def __contains__(self, x): return x > 5
    def __iter__(self): return iter([1, 2])
    def __reversed__(self): return "rev"
    def __length_hint__(self): return 10


c = Con()
print(9 in c, 1 in c, list(c), reversed(c), 3 not in c)


class NoContains:
    __contains__ = None
    def __iter__(self): return iter([1])


try:
    1 in NoContains()
except TypeError as e:
    print(e)
