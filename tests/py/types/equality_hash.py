print(1 == 1.0 == True, hash(1) == hash(1.0) == hash(True), {1: "a", True: "b", 1.0: "c"}, {0: 1}[False], (1, 2) == (1.0, 2.0), hash((1, 2)) == hash((1.0, True + 1)), [1] == (1,), "1" == 1, b"a" == "a", 2**64 == float(2**64), hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(2**100), hash(-2**63), None == 0, [] == [], {} == {}, set() == frozenset(), {1, 2} == {2, 1})
class K:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __hash__(self): return hash(self.v)
print(len({K(1), K(1), K(2)}), {K("a"): 1}[K("a")], K(1) in [K(1)], [K(1)].index(K(1)), [K(1), K(2)].count(K(2)))
class E:
    def __eq__(self, o): return "truthy"
print(E() == 1, E() != 1, [E()] == [1], E() in [5])
for v in ([], {}, set(), bytearray()):
    try:
        hash(v)
    except TypeError as e:
        print(e)
