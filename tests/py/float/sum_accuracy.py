# sum of floats is compensated in 3.12, of ints exact.
print(sum([0.1] * 10), sum([0.1] * 3), sum([1e16, 1, -1e16]), sum([0.1, 0.2, 0.3]), sum([1, 2.5, 3]), sum([1e308, 1e308, -1e308]), sum([True, 2**70]), sum([0.1] * 10, 0.0), sum([2.5], 1), sum([], 5), sum([-0.0]), sum([-0.0], -0.0), sum([1e100, 1.0, -1e100]), sum([0.1, 10**20]), sum([float("inf"), -1.0]))
