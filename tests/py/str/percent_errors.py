# What % refuses.
cases = [("%s", ()), ("%s %s", (1,)), ("%s", (1, 2)), ("%d", ("a",)), ("%d", (None,)), ("%x", (1.5,)), ("%c", ("ab",)), ("%c", (-1,)), ("%c", (1.5,)), ("%f", ("x",)), ("%", (1,)),
         ("%y", (1,)), ("%(a)s", (1,)), ("%(a)s", {}), ("%(a", {"a": 1}), ("abc", (1,)), ("abc", 1), ("abc", [1]), ("abc", {}), ("%*d", ("a", 1)), ("%.*f", (1.5, 1)), ("%d", ([],)), ("%(a)d", {"a": "x"}), ("%i", "1"), ("%z", 1), ("%5", 1), ("%c", 0x110000), ("%s%", (1,)), ("%o", "a"), ("%e", None)]
for template, args in cases:
    try:
        print(repr(template % args))
    except Exception as e:
        print(template, type(e).__name__, e)
