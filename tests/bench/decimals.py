# Money: decimal sums, products, rounding to cents, text in and out.
from decimal import ROUND_HALF_UP, Decimal


def upgrade():
    cent = Decimal("0.01")
    rate = Decimal("0.19")
    total = Decimal(0)
    chars = 0
    for i in range(80000):
        net = Decimal("%d.%02d" % (i % 1000, i % 100))
        tax = (net * rate).quantize(cent, rounding=ROUND_HALF_UP)
        gross = net + tax
        if gross > Decimal(500):
            total += gross
        chars += len(str(gross))
    print(total, chars, total / 7)


upgrade()
