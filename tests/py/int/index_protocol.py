# Where only __index__ counts, floats are refused.
for code in ["[1][0.0]", "'a' * 1.0", "range(1.0)", "bin(1.0)", "hex('a')", "oct(None)", "chr(1.0)", "1 << 1.0", "bytes(1.0)", "[1].insert(1.0, 2)", "'ab'[1.0:]", "'a'.center(2.0)", "round(5, 1.0)", "int('1', 2.0)", "(5).to_bytes(1.0)", "~1.5", "divmod('a', 1)", "abs('a')", "float([])", "sum(['a'])"]:
    try:
        print(code, eval(code))
    except TypeError as e:
        print(code, e)
