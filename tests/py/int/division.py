# // and % round toward minus infinity, for all signs; divmod agrees.
for a in (7, -7, 0, 10**20, -(10**20)):
    for b in (2, -2, 3, -3, 10**18, 7):
        q, r = divmod(a, b)
        print(a // b, a % b, q == a // b and r == a % b and q * b + r == a, end=" | ")
    print()
for code in ["1 // 0", "1 % 0", "divmod(1, 0)", "1 / 0", "0 ** -1", "10**20 // 0", "10**20 % 0", "10**400 / 1", "1 / 10**400", "10**400 / 10**399", "pow(2, -1, 4)", "pow(2, 3, 0)", "pow(1, 2, 1.5)"]:
    try:
        print(code, eval(code))
    except (ZeroDivisionError, OverflowError, ValueError, TypeError) as e:
        print(code, type(e).__name__, e)
