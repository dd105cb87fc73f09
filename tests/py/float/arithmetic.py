# Arithmetic: signs of zero, infinities, nan, floor and modulo.
inf, nan = float("inf"), float("nan")
print(0.1 + 0.2, 1e308 * 10, -1e308 * 10, inf - inf, inf * 0, inf // 1, 7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, -0.0 + 0.0, 0.0 * -1, divmod(7.5, -2), divmod(-1.0, 3.0), 5 % inf, -5 % inf, 1e300 % 7, nan == nan, nan != nan, nan < 1, inf > 10**400, -inf < inf)
print(2.0**0.5, (-8.0)**3, 0.0**0, 2.0**-1074, 2.0**1023, 1**nan, nan**0, inf**-1, (-inf)**3, 4**0.5, 10.0**-5, (-2.0)**-3, 0.0 // 1, -0.0 // 1, 1.0 // 0.1, 1 % 0.1)
for code in ["1.0 / 0", "1.0 // 0", "1.0 % 0", "divmod(1.0, 0.0)", "0.0 ** -1", "10.0 ** 400", "1e200 ** 2", "(-1e200) ** 3", "1 / 0.0", "0 / 0.0", "0.0 ** -2.5", "2.0 ** 1024", "10 ** 400.0"]:
    try:
        print(eval(code))
    except (ZeroDivisionError, OverflowError) as e:
        print(code, type(e).__name__, e, e.args)
