x, y, name = 5, 3.14159, "é"
w = 10
print(f"{x}", f"{x!r}", f"{y:.2f}", f"{y:{w}.{x-3}f}|", f"{name!a}", f"{x + 1}", f"{x=}", f"{y = :.1f}", f"{{{x}}}", f"{'a' 'b'}", f"{x:#06x}", f"{[i for i in range(3)]}", f"{name:>{w}}")
print(f"{x:>{w}}{y:<{w}.1f}|", f"{True:d}", f"{None}", f"{x:,}", f"{'%s' % x}", f"{(lambda a: a * 2)(4)}")
