# Powers of ints: signs, negative exponents, three arguments.
print(2**10, (-2)**3, (-2)**4, -2**2, 2**-2, (-2)**-3, 0**0, 1**1000, 2**0.5, 2**100, (-1)**10**6, pow(3, 4), pow(3, 4, 5), pow(3, -1, 7), pow(-3, 3, 7), pow(3, 3, -7), pow(2, 10**5, 1000007), pow(7, 0, 1), pow(base=2, exp=5), pow(2, 5, mod=7))
