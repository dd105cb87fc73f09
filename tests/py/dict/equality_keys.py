# Which keys are the same: 1, 1.0 and True; not "1" and not b"a".
d = {1: "int", "1": "str", b"a": "bytes", "a": "text", None: "none", (1,): "tuple", 1.5: "float"}
print(d[1.0], d[True], d["1"], d[b"a"], d["a"], d[None], d[(1.0,)], d[1.5], len(d), 2**64 in {2.0**64: 1}, hash(2**64) == hash(2.0**64))


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 2

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n


k = {Key(i): i for i in range(6)}
print(len(k), k[Key(4)], Key(9) in k, k.pop(Key(2)), len(k))
