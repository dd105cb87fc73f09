# round: half to even on the exact value; with digits.
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999, 1e20)], [round(x, 1) for x in (0.25, 0.35, 2.675, 1.25, -0.05, 0.05)], round(2.675, 2), round(1e22, -21), round(1234.5678, -2), round(5.5, None), round(1.005, 2), round(0.1, 20), round(123.456, 400), round(123.456, -400), round(-0.4), round(1e16 + 1.0), round(5e-324, 323), round(1.5, 0), type(round(1.5)), type(round(1.5, 0)))
for code in ["round(1.5, 'a')", "round(1.5, 1.0)", "round('a')", "round()", "round(1, 2, 3)", "round(1.79e308, -308)", "round(None)", "round([])"]:
    try:
        print(eval(code))
    except (TypeError, OverflowError) as e:
        print(code, type(e).__name__, e)
