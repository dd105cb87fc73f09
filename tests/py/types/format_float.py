for spec in ["", "f", ".0f", ".2f", "e", ".3e", "g", ".3g", "G", "E", "%", ".1%", "10.2f", "<10.2f", "^+10.1f", "010.2f", ",", ",.2f", "_.1f", "z.1f", "#.0f", "#g", ".5", ".3", ".1", "n", "d", "x", "020,.2f", "+", " ", "F", ".10", "s"]:
    for n in (0.0, -0.0, 1.0, 3.14159265, -1234567.891, 1e-7, 1.5e300, float("inf"), float("-inf"), float("nan"), 123.0, 99999.5, 0.00012345):
        try:
            print(spec, n, repr(format(n, spec)))
        except Exception as e:
            print(spec, n, type(e).__name__, e)
