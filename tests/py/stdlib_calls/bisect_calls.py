# bisect: results and errors.
import heapq, bisect, operator, functools, string, textwrap, random, copy

for text in [
    'bisect.bisect([1,2,2,3], 2)',
    'bisect.bisect_left([1,2,2,3], 2)',
    'bisect.bisect_right([], 1)',
    '(lambda l: (bisect.insort(l, 2), l))([1,3])',
    'bisect.bisect([1,2,3], 2, 2)',
    "bisect.bisect_left(['a','bb'], 2, key=len)",
    "bisect.bisect([1], 'x')",
    'bisect.bisect([3,1], 2)',
    'bisect.bisect([1,2,3], 5, 0, 1)',
    'bisect.bisect([1], 1, -1)',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
