# Format of complex numbers: what is refused and what fills.
for value in (1 + 2j, -0.5j, complex(1e10, -1e-10), complex(float("inf"), float("nan"))):
    for spec in ("", ".2f", "+.1f", "e", "g", "20", "<25.1f", "^25.1f", ">25", ",.2f", "*^30", "_", "#.3g", " f", "z.0f", "n", "#", "#e", "\0<20"):
        try:
            print(spec.replace("\0", "NUL"), repr(format(value, spec)))
        except ValueError as e:
            print(spec, e)
for spec in ("=20", "020", "0=20", "d", "s", "%", "x", ".2d", "c", "b"):
    try:
        print(spec, repr(format(1j, spec)))
    except ValueError as e:
        print(spec, e)
