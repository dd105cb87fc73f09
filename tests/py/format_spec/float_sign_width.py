"""sign, width, zero, alignment, z of float"""
for value in 0.0, -0.0, 1.5, -2.25, 1234567.891, 1e20, 1e-7, float('inf'), float('nan'):
    for spec in ['+', '-', ' ', '10', '010', '<12', '>12', '^12', '=12', '*^12.2f', '+010.2f', '-010.1f', ' 010', '+.1e', 'z', 'z.0f', 'z.1f', '+z.1f', '=+10.1f', '012,.1f', '010%', 'x<12%']:
        try:
            print(repr(value), spec, "[" + format(value, spec) + "]")
        except Exception as e:
            print(repr(value), spec, type(e).__name__, e)
