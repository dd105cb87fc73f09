"""presentation types of float"""
for value in 0.0, -0.0, 1.5, -2.25, 1234567.891, 1e20, 1e-7, float('inf'), float('nan'):
    for spec in ['e', 'E', 'f', 'F', 'g', 'G', '%', 'n', 'd', 'x', 's', 'c', '', '.0f', '.0e', '.0g', '.0%', '.3', '.1', '.10', '.15g', '.17g', '#.0f', '#g', '#.3g', '#e']:
        try:
            print(repr(value), spec, "[" + format(value, spec) + "]")
        except Exception as e:
            print(repr(value), spec, type(e).__name__, e)
