class Evil:
    def __init__(self, l): self.l = l
    def __eq__(self, o):
        self.l.clear()
        return False
l = []
l.extend([Evil(l), Evil(l), 3])
print(3 in l, l)
d = {}
class Key:
    def __hash__(self): return 1
    def __eq__(self, o):
        d.clear()
        return False
for i in range(3):
    d[Key()] = i
print(len(d) <= 3)
m = [1, 2, 3]
class R:
    def __repr__(self):
        m.clear()
        return "R"
m.append(R())
print(repr(m))
