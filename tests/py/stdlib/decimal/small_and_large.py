# Coefficients on both sides of 64 bits: operators, rounding, text, at several precisions.
from decimal import *

state = 12345


def below(limit):
    global state
    number = 0
    for i in range(4):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        number = number << 32 | state >> 32
    return number % limit


def pick(items):
    return items[below(2**40) % len(items)]


def number():
    text = pick(["", "-", "+"]) + str(pick([0, 1, 5, 25, 50, below(10**6), below(10**18), below(10**19), below(10**28), 2**64 - 1, 2**64]))
    return text + pick(["", "." + str(below(2**40) % 1000), "e" + str(below(2**40) % 50 - 25)])


ROUNDINGS = [ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_05UP]
OPERATIONS = [
    lambda x, y, r: x + y,
    lambda x, y, r: x - y,
    lambda x, y, r: x * y,
    lambda x, y, r: x / y,
    lambda x, y, r: x // y,
    lambda x, y, r: x % y,
    lambda x, y, r: (x < y, x == y),
    lambda x, y, r: -x,
    lambda x, y, r: abs(x),
    lambda x, y, r: round(x, 2),
    lambda x, y, r: x.quantize(Decimal("0.01"), rounding=r),
    lambda x, y, r: x.quantize(Decimal("1e3"), rounding=r),
    lambda x, y, r: x.to_integral_value(rounding=r),
    lambda x, y, r: x.normalize(),
    lambda x, y, r: int(x),
]

for precision in (28, 3, 19, 20, 38, 50):
    getcontext().prec = precision
    for i in range(16):
        x, y = Decimal(number()), Decimal(number())
        print(precision, repr(x), y)
        for operation in OPERATIONS:
            try:
                print(" ", operation(x, y, ROUNDINGS[i % 8]))
            except ArithmeticError as e:
                print(" ", type(e).__name__)
