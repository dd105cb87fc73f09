# Equal numbers of any type hash alike and are one key.
d = {1: "a", 0.5: "b", 2**60: "c"}
print(d[1.0], d[0.5], d[float(2**60)], d.get(1.5), hash(0.1), hash(1e16), hash(1.5), hash(-1.5), hash(3.0) == 3, hash(2.0**100) == hash(2**100), 1.0 == 1 == True, 0.0 == -0.0, {0.0: 1}[-0.0])
