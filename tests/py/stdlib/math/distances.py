# math: dist, hypot, prod, sumprod, and integer functions.
import math

print(math.dist([1, 2], [4, 6]), math.dist((0,), (5,)), math.dist([], []))
print(math.hypot(3, 4), math.hypot(), math.hypot(1, 2, 2), math.hypot(-3.0))
print(math.prod([1, 2, 3]), math.prod([], start=5), math.prod([0.5, 4]), math.sumprod([1, 2], [3, 4]), math.sumprod([1.5], [2]))
print(math.gcd(12, 18, 24), math.gcd(), math.gcd(-4), math.lcm(4, 6), math.lcm(), math.lcm(0, 5))
print(math.comb(5, 2), math.comb(3, 9), math.perm(5), math.perm(5, 2), math.isqrt(10**20), math.factorial(20))
print(math.nextafter(1.0, 2.0), math.nextafter(1.0, 0.0, steps=3), math.ulp(1.0), math.ulp(0.0))
print(math.fsum([0.1] * 10), math.remainder(5, 3), math.fmod(-5, 3), math.copysign(1, -0.0), math.modf(-2.5), math.frexp(8), math.ldexp(0.5, 4))
print(math.trunc(-2.7), math.floor(-2.5), math.ceil(-2.5), math.floor(10**30), math.cbrt(27.0), math.exp2(10))
for bad in (lambda: math.dist([1], [1, 2]), lambda: math.comb(-1, 2), lambda: math.perm(2.0), lambda: math.isqrt(-1), lambda: math.factorial(-1), lambda: math.factorial(2.0),
            lambda: math.sumprod([1], [1, 2]), lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.gcd(1.5), lambda: math.dist(1, 2)):
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
