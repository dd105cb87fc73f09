import_free = [0.0, -0.0, 1.0, -1.5, 0.1, 0.1 + 0.2, 1e15, 1e16, 123456789012345678.0, 1e-4, 1e-5, 1.5e-7, 5e-324, 1.7976931348623157e308, 1e22, 1e23, 2.0**53, 3.0e10, 100.0, 1/3, 2/3, 1e100, float("inf"), float("-inf"), float("nan")]
for x in import_free:
    print(repr(x), str(x), f"{x}", "%s" % x, [x])
