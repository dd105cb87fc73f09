import math
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.exp(1000), lambda: math.floor(math.inf), lambda: math.factorial(1.5), lambda: math.acos(2), lambda: math.gcd(1.5), lambda: math.sqrt("x"), lambda: math.isqrt(-1), lambda: math.comb(-1, 2), lambda: math.ceil(math.nan)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
