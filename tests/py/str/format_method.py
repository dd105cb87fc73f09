# str.format: numbering, names, attributes, items, conversions, nested fields.
print("{} {}".format(1, 2), "{1} {0}".format("a", "b"), "{x}".format(x=5), "{0.real} {0.imag}".format(3), "{a[k]} {b[1]}".format(a={"k": 1}, b=[2, 3]))
print("{!r} {!s} {!a}".format("é", "é", "é"), "{:{}}|{:>{w}}".format("a", 5, "b", w=4), "{{}} {{{}}}".format(1), "{:.{p}f}".format(3.14159, p=2), "{0[a b]}".format({"a b": 1}))
print("{0}{0}".format("x"), "{:d}{:x}".format(10, 255), "{0:{1}{2}}".format("z", "^", 5), "{!r:>6}".format("a"), "{:}".format(1), "{a.b.c}".format(a=type("A", (), {"b": type("B", (), {"c": 9})})))
