# statistics.NormalDist.
from statistics import NormalDist

n = NormalDist(100, 15)
print(n, n.mean, n.stdev, n.variance, n.median, n.mode)
print(round(n.cdf(115), 6), round(n.pdf(100), 6), round(n.inv_cdf(0.975), 4), n.zscore(130))
print(n + 5, n * 2, 2 * n, n / 5, -n, n - 100, 10 + n, 200 - n)
print(NormalDist(1, 2) + NormalDist(3, 4), NormalDist(5, 4) - NormalDist(1, 3))
print([round(q, 3) for q in n.quantiles(4)], round(n.overlap(NormalDist(110, 15)), 5))
print(NormalDist.from_samples([1, 2, 3, 4]), n == NormalDist(100, 15), hash(n) == hash(NormalDist(100, 15)))
try:
    NormalDist(0, -1)
except ValueError as e:
    print(type(e).__name__, e)
