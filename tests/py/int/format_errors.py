# Bad format specs for ints.
for spec in ["s", "y", ".2d", ".2", ",x", "_c", ",_", "5.5x", "+c", "<<5", "=s", ",n", "__", "10 ", "#,c", "zd", "}", "{", "1000000000000000000000", "c,", ".f", "0xx", "é"]:
    try:
        print(spec, repr(format(5, spec)))
    except (ValueError, OverflowError) as e:
        print(spec, type(e).__name__, e)
for n in (-1, 0x110000):
    try:
        format(n, "c")
    except OverflowError as e:
        print(e)
