# decimal: precision and rounding of contexts, local contexts, errors.
from decimal import ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation, getcontext, localcontext

c = Context(prec=5, rounding=ROUND_HALF_UP)
print(c.prec, c.rounding, c.divide(Decimal(1), Decimal(3)), c.create_decimal("1.234567"), c.sqrt(Decimal(2)), c.add(1, 2))
print(getcontext().prec, getcontext().rounding)
with localcontext(prec=3) as ctx:
    print(Decimal(1) / 3, ctx.prec)
    ctx.prec = 6
    print(Decimal(2) / 3, +Decimal("1.23456789"))
print(getcontext().prec, Decimal(1) / 3)
for make in (lambda: Decimal(1) / 0, lambda: Decimal("abc"), lambda: int(Decimal("inf")), lambda: round(Decimal("nan")), lambda: Decimal(1) % 0):
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__, isinstance(e, ArithmeticError), isinstance(e, ZeroDivisionError))
