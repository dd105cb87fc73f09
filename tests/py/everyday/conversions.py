# What scripts do every day: conversions.
l = [3, 1, 2, 1]

for text in [
    "str(1.0), str(None), str([1, 'a'])",
    "bool(''), bool('0'), bool([])",
    "list('ab'), tuple([1]), set([1])",
    'int(True)',
    'float(True)',
    "int('0x10', 0)",
    "int('10', 2)",
    'bytes([1, 2])',
    'bytes([256])',
    "bytes('a')",
    "bytes('a', 'utf-8')",
    'list(5)',
    'dict({1: 2})',
    "str(b'a')",
    "repr('a\\'b')",
    "chr(97), ord('a')",
    "ord('ab')",
    'chr(-1)',
    "ascii('é')",
    'int(None)',
    'int([])',
    'float([])',
    "list({'a': 1})",
    'type(1).__name__',
    'isinstance(True, int)',
    'callable(len)',
    "eval('1 + 1')",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
