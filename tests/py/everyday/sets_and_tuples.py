# What scripts do every day: sets and tuples.
l = [3, 1, 2, 1]

for text in [
    '{1, 2} & {2}',
    '{1} | {2}',
    '{1, 2} - {1}',
    '{1} ^ {1, 2}',
    '{1} <= {1, 2}',
    "set('aab') == {'a', 'b'}",
    '{1}.add([])',
    'frozenset([1]) == {1}',
    '{1}.pop()',
    'set().pop()',
    '(1, 2) + (3,)',
    '(1,) * 2',
    '(1, 2)[0]',
    '(1, 2)[5]',
    '(1, 2) < (1, 3)',
    "tuple('ab')",
    '(1, [2])',
    'hash((1, []))',
    '{1}.remove(2)',
    '1 in (1, 2)',
    '(1, 2).index(2)',
    'sorted({3, 1})',
    '{1} | [2]',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
