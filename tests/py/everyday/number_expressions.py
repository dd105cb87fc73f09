# What scripts do every day: numbers.
l = [3, 1, 2, 1]

for text in [
    '7 // 2, -7 // 2, 7 % -3',
    '7 / 2',
    '2 ** 100',
    '2 ** -1',
    '0 ** 0',
    '1 / 0',
    '1 // 0',
    '1 % 0',
    "int('12'), int(' 3 '), int('1_0')",
    "int('x')",
    'int(2.9), int(-2.9)',
    "float('1e3')",
    "float('x')",
    'round(2.5), round(3.5), round(2.675, 2)',
    'abs(-3), divmod(7, 3)',
    '0.1 + 0.2',
    '1e400',
    '10 ** 20 == 1e20',
    'True + True',
    'bin(10), hex(255), oct(8)',
    "int('ff', 16)",
    'complex(1, 2) * 2',
    '5 & 3, 5 | 3, 5 ^ 3, ~5',
    '1 << 70',
    '1 << -1',
    'sum([0.1] * 10)',
    'max(1, 2.0)',
    '3 == 3.0',
    "float('nan') == float('nan')",
    'pow(2, 10, 1000)',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
