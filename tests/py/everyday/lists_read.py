# What scripts do every day: lists read.
l = [3, 1, 2, 1]

for text in [
    'l[0]',
    'l[9]',
    'l[1:3]',
    'l.index(1)',
    'l.index(1, 2)',
    'l.index(7)',
    'l.count(1)',
    'sorted(l)',
    'min(l), max(l), sum(l)',
    'l + [4]',
    'l * 2',
    '3 in l',
    'list(reversed(l))',
    'l == [3,1,2,1]',
    'l < [3, 2]',
    'l + (1,)',
    "[*l, *'ab']",
    'list(enumerate(l, 1))',
    "list(zip(l, 'abcd'))",
    'l[::2]',
    'any(l), all(l)',
    "l['a']",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
