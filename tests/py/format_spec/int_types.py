"""presentation types of int"""
for value in 0, 1, -1, 255, -255, 1234567, 10**20, True:
    for spec in ['d', 'b', 'o', 'x', 'X', '#b', '#o', '#x', '#X', 'n', 'c', 'e', 'E', 'f', 'F', 'g', 'G', '%', 's', 'y', 'r', '']:
        try:
            print(repr(value), spec, "[" + format(value, spec) + "]")
        except Exception as e:
            print(repr(value), spec, type(e).__name__, e)
