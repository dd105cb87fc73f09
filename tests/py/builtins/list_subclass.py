class Stack(list):
    def push(self, x):
        self.append(x)
        return self
    def __getitem__(self, i):
        return ("got", list.__getitem__(self, i))
s = Stack([1, 2]).push(3)
print(s, len(s), s[0], s[-1], isinstance(s, list), type(s).__name__)
print(list(s), s + [4], type(s + [4]).__name__, s == [1, 2, 3])
class WithInit(list):
    def __init__(self, n, *items):
        super().__init__(items)
        self.n = n
w = WithInit(7, "a", "b")
print(w, w.n, w[1:], w.__dict__)
class Loud(list):
    def append(self, x):
        print("append", x)
        super().append(x)
    def __len__(self):
        return 42
l = Loud()
l.append(1)
print(l, len(l), bool(l), [*l])
class Rev(list):
    def __iter__(self):
        return iter([9, 8])
print(list(Rev([1])), [x for x in Rev([1])], sorted(Rev()), sum(Rev()))
