"""specs of bool, None, list, tuple, bytes, complex"""
for value in True, False, None, [1], (1,), b"a", 1j:
    for spec in ['', 's', '5', 'd', '>5', '+d', '.2f', 'x', 'c', '%']:
        try:
            print(repr(value), spec, "[" + format(value, spec) + "]")
        except Exception as e:
            print(repr(value), spec, type(e).__name__, e)
