# Conversions of more than 4300 digits are refused, in both directions.
for code in ["str(10**4300)", "len(str(10**4299))", "int('1' * 4301)", "int('1' * 4300) % 10", "repr(-10**4300)", "f'{10**5000}'", "'%d' % 10**5000", "len(hex(10**5000))", "int('f' * 5000, 16) % 16", "int('1_' * 4300 + '1')", "len('%x' % 10**5000)", "int('0' * 5000)", "float(10**5000)", "print(10**5000)"]:
    try:
        print(code, eval(code))
    except (ValueError, OverflowError) as e:
        print(code, type(e).__name__, e)
