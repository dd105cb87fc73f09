# What scripts do every day: errors.
l = [3, 1, 2, 1]

for text in [
    'undefined',
    'None.x',
    "'a' + 1",
    "1 + 'a'",
    '[1] + 1',
    'len(5)',
    "int('a')",
    "{}['x']",
    '[][0]',
    "(1, 2, 3)['a']",
    '1 / 0',
    "open('missing-file')",
    "__import__('no_such_module')",
    "abs('a')",
    "sorted([1, 'a'])",
    "sum(['a'])",
    'max([])',
    'next(iter([]))',
    'int(10 ** 5000 * 1.0)',
    "'{}'.format()",
    "'%s %s' % 1",
    '{1, []}',
    "getattr(1, 'x')",
    '(lambda a: a)()',
    '(lambda: 0)(1)',
    'print(1, x=2)',
    "range('a')",
    'iter(5)',
    'next(5)',
    'isinstance(1, 1)',
    '[].x',
    "type('X', (), {})().y",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
