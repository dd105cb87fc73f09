# What scripts do every day: comprehensions.
l = [3, 1, 2, 1]

for text in [
    '[x for x in range(5) if x % 2]',
    "[(x, y) for x in 'ab' for y in 'cd']",
    '{x: x * 2 for x in range(3)}',
    '{x % 3 for x in range(9)} == {0, 1, 2}',
    "list(x for x in 'ab')",
    '[[y for y in range(x)] for x in range(3)]',
    "[x if x else 'zero' for x in range(2)]",
    '[y := 1, y + 1]',
    'sum(x * x for x in range(4))',
    '[x for x in [1, 2] if (lambda: x > 1)()]',
    '[i for i in 5]',
    "dict((k, v) for k, v in [('a', 1)])",
    'any(x > 2 for x in range(5))',
    '[a for a, *b in [(1, 2, 3)]]',
    "[n for n in map(int, '123')]",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
