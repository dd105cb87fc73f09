for spec in ["", "d", "5", "<5", "^6", "05", "+", " ", "x", "X", "#x", "#o", "#b", "b", "o", ",", "_", "_x", "010,", "08,d", "c", "e", ".2f", "%", "n", "+08d", "*>8", "=+8", "x<#10x", "#06x", ".2", "s", "q", ",x", "g", "020_b"]:
    for n in (0, 42, -1234567, True, 2**70):
        try:
            print(spec, n, repr(format(n, spec)))
        except Exception as e:
            print(spec, n, type(e).__name__, e)
