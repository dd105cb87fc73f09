import copy
class N:
    def __init__(self, v): self.v = v; self.next = None
n = N([1]); n.next = n
m = copy.deepcopy(n)
print(m is not n, m.next is m, m.v is not n.v, m.v)
c = copy.copy(n); print(c.v is n.v, c.next is n)
l = [1]; l.append(l); k = copy.deepcopy(l); print(k[1] is k)
