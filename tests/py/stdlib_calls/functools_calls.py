# functools: results and errors.
import heapq, bisect, operator, functools, string, textwrap, random, copy

for text in [
    'functools.reduce(operator.add, [1,2,3])',
    'functools.reduce(operator.add, [], 0)',
    'functools.reduce(operator.add, [])',
    'functools.partial(pow, 2)(5)',
    "functools.partial(int, base=2)('101')",
    'sorted([3,1], key=functools.cmp_to_key(lambda a, b: b - a))',
    'functools.partial(print, 1).args',
    'functools.lru_cache(lambda x: x * 2)(4)',
    "functools.reduce(lambda a, b: a + b, 'abc')",
    'functools.partial(5)',
    'functools.partial(sorted, reverse=True)([1,2])',
    'functools.reduce(max, [3,9,2])',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
