vals = [0.0, -0.0, 1.5, -2.5, 1e308, 3, -7, 10**20]
for a in vals:
    for b in vals:
        row = []
        for op in ("+", "-", "*", "/", "//", "%", "<", "=="):
            try:
                row.append({"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b, "//": lambda: a // b, "%": lambda: a % b, "<": lambda: a < b, "==": lambda: a == b}[op]())
            except ZeroDivisionError as e:
                row.append(str(e))
        print(a, b, row)
print(2.0**0.5, (-8.0)**3, 2.0**-1, 0.0**0, divmod(7.5, 2), divmod(-7.5, 2), abs(-1.5), -1.5, +2.5, pow(2.0, 3))
for f in (lambda: 0.0**-1, lambda: 10.0**400, lambda: 1.0 << 1, lambda: 1.5 & 1, lambda: 1.0 + "a", lambda: "a" < 1.0):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
