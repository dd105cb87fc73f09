def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw
print(f(1, d=4), f(1, 20, 30, 40, d=4, x=6), f(*[1, 2], **{"d": 3, "c": 9}))
print(sorted([3, 1], key=None), list(enumerate(iterable="a", start=3)), sum([1], start=2), int("12", base=8), print("p", sep=""))
print(pow(exp=2, base=3), round(number=2.567, ndigits=1), dict(self=1, iterable=2), str(object="x"), list(zip([1], strict=False)))
