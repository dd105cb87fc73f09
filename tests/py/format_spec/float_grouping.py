"""grouping of float"""
for value in 0.0, -0.0, 1.5, -2.25, 1234567.891, 1e20, 1e-7, float('inf'), float('nan'):
    for spec in [',', '_', ',.2f', '_.2f', ',e', ',g', ',%', '015,.2f', '015_.1f', '+,.0f', '_.3e', ',n', '_n', '20,', '<20,.1f', ',.10g']:
        try:
            print(repr(value), spec, "[" + format(value, spec) + "]")
        except Exception as e:
            print(repr(value), spec, type(e).__name__, e)
