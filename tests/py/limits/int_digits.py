"""texts of more than 4300 digits"""
big = 10**5000

def t(text):
    try:
        print(text, "=>", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__, e)


for text in [
    'str(big)',
    'repr(big)',
    'f"{big}"',
    '"%d" % big',
    '"%s" % big',
    '"{:d}".format(big)',
    '"{:,}".format(big)',
    'format(big, "n")',
    'len(hex(big)), len(bin(big)), len(oct(big))',
    'len(f"{big:x}"), len("%x" % big), len(f"{big:#b}")',
    'len(str(10**4299))',
    'str(10**4300)',
    'str(-10**4300)',
    'len(str(-(10**4299)))',
    'int("1" * 4300) > 0',
    'int("1" * 4301)',
    'int("-" + "1" * 4301)',
    'int("1" * 5000, 10)',
    'int("1" * 5000, 16) > 0',
    'int("1_" * 2200 + "1") > 0',
    'int(" " + "9" * 4301)',
    'int(b"1" * 4301)',
    'float("1" * 5000)',
    'float(big)',
    'big / 10**4999',
    'big // 10**4998, big % 7, divmod(big, 10**4999)',
    'big * big == 10**10000, big + 1 > big, -big < 0, abs(-big) == big',
    'hash(big) == hash(10**5000), bool(big), big.bit_length()',
    'int.from_bytes(big.to_bytes(2100, "big"), "big") == big',
    'round(big, -4999) == big',
    'eval("1" * 5000)',
    'len(repr([10**4000]))',
    'repr([big])',
    'big == float("inf"), big < float("inf"), big > 1e308',
    'print(big)',
]:
    t(text)
