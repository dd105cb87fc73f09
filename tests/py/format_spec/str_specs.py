"""specs of str"""
for value in "", "a", "hello", "日本", "é":
    for spec in ['', 's', '5', '<5', '>5', '^5', '*^9', '.2', '.0', '5.1', '>5.1', '05', '=5', '+', '-', ' ', ',', '_', '#', 'd', 'f', '.2s', '10.3s', '日^5', 'z', '%']:
        try:
            print(repr(value), spec, "[" + format(value, spec) + "]")
        except Exception as e:
            print(repr(value), spec, type(e).__name__, e)
