# hash of ints, and that equal numbers hash alike.
print([hash(n) for n in (0, 1, -1, -2, 2**61 - 1, 2**61, 2**62, -(2**61), 2**64, 10**20, -(10**20), True)], hash(1.0), hash(2**80) == hash(2.0**80), hash(0.5), hash(-0.0), hash(1e300), hash(float("inf")), hash(-float("inf")), hash(2.5), hash(-1.0), hash(None) == hash(None))
