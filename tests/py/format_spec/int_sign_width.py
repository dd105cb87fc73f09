"""sign, width, zero, alignment of int"""
for value in 0, 1, -1, 255, -255, 1234567, 10**20, True:
    for spec in ['+', '-', ' ', '5', '05', '<8', '>8', '^8', '=8', '*=8', '+08', '-08', ' 08', '^+9', '08x', '#010x', '#06b', 'x^9', '0', '00005', '<05', '^05', '=+5']:
        try:
            print(repr(value), spec, "[" + format(value, spec) + "]")
        except Exception as e:
            print(repr(value), spec, type(e).__name__, e)
