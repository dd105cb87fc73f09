print(2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 2**53 + 1 > 2.0**53, 10**400 > 1e308, -10**400 < float("-inf"), 10**400 < float("inf"), 1 == 1.0, 0.1 == 0.1, float("nan") == float("nan"), float("nan") != 1, float("nan") < 1, 1 < float("nan"), True == 1.0, 0.5 < 1, 3 > 2.9)
print(hash(1.0) == hash(1), hash(0.5), hash(2.0**70) == hash(2**70), hash(float("inf")), hash(-1.0), hash(-0.0), hash(1e300), hash(0.1), hash(-2.5))
n = float("nan")
print(n in [n], [n] == [n], n == n, {1: "a"}[1.0], min(1, 0.5), max([1.5, 2, True]), sorted([3, 1.5, 2]))
