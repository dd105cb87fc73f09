"""grouping of int"""
for value in 0, 1, -1, 255, -255, 1234567, 10**20, True:
    for spec in [',', '_', ',d', '_d', '_x', '_b', '_o', ',x', ',b', '015,', '015_', '+,', '_X', '#_x', '#018_b', ',n', '_n', ',c', ',.2f', '_.1f', ',%', '10,', '<15,', '_,', ',_', ',,']:
        try:
            print(repr(value), spec, "[" + format(value, spec) + "]")
        except Exception as e:
            print(repr(value), spec, type(e).__name__, e)
