# round of ints with negative digits: half to even.
print([round(n, -1) for n in (5, 15, 25, 26, -5, -15, 14, 16)], round(1234, -2), round(1250, -2), round(1350, -2), round(5), round(5, 3), round(10**30 + 5, -1), round(55, -5), type(round(5, None)), round(True, 0), round(12345, -4))
