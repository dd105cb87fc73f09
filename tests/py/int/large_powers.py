# Numbers large enough for libgmp's Fourier transforms, whose working space must survive a collection of garbage.
modulus = 10**9 + 7
for base, exponent in (3, 1000000), (7, 300001), (10, 400000), (2, 5000000), (-5, 250001):
    power = base**exponent
    print(base, exponent, power.bit_length(), power % modulus == pow(base, exponent, modulus))
product = 1
for i in range(1, 40):
    garbage = [str(k) for k in range(2000)]
    product *= 3 ** (i * 997)
print(product == 3 ** (997 * 780), product.bit_length())
print((1 << 4000000) // (1 << 3999990), ((1 << 3000000) - 1).bit_count())
print((12345**20000 * 54321**20000) == (12345 * 54321) ** 20000)
for exponent in range(4900000, 4900003):
    power = 3**exponent
    print(power.bit_length(), power % modulus == pow(3, exponent, modulus))
