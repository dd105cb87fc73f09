# statistics: means, medians, spread, quantiles.
import statistics as s
from decimal import Decimal
from fractions import Fraction

data = [2, 4, 4, 4, 5, 5, 7, 9]
print(s.mean(data), s.fmean(data), s.median(data), s.median_low(data), s.median_high(data), s.mode(data), s.multimode([1, 1, 2, 2]))
print(s.pstdev(data), s.pvariance(data), s.stdev(data), s.variance(data))
print(s.mean([Decimal("0.5"), Decimal("1.5")]), s.mean([Fraction(1, 2), Fraction(1, 3)]), s.mean([1, 2.5]))
print(s.geometric_mean([1, 10, 100]), s.harmonic_mean([40, 60]), s.quantiles(data), s.quantiles(data, n=3, method="inclusive"))
print(s.median_grouped([1, 2, 2, 3, 4]), s.fmean([1, 2], weights=[3, 1]))
print(s.covariance([1, 2, 3], [1, 2, 3]), s.correlation([1, 2, 3], [3, 2, 1]), s.linear_regression([1, 2, 3], [2, 4, 6]))
for bad in (lambda: s.mean([]), lambda: s.mode([]), lambda: s.stdev([1]), lambda: s.median([]), lambda: s.harmonic_mean([-1])):
    try:
        print(bad())
    except s.StatisticsError as e:
        print(e)
