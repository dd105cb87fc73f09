# copying: results and errors.
import heapq, bisect, operator, functools, string, textwrap, random, copy

for text in [
    'copy.copy([1, [2]])',
    "copy.deepcopy({'a': [1]})",
    '(lambda a: copy.copy(a)[0] is a[0])([[1]])',
    '(lambda a: copy.deepcopy(a)[0] is a[0])([[1]])',
    'copy.copy((1, 2))',
    'copy.deepcopy((1, [2]))',
    'copy.copy({1, 2})',
    'copy.deepcopy(int)',
    'copy.copy(None)',
    'copy.deepcopy(range(3))',
    '(lambda a: (a.append(a), copy.deepcopy(a)[0] is a)[1])([])',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
