# operator: results and errors.
import heapq, bisect, operator, functools, string, textwrap, random, copy

for text in [
    'operator.add(1, 2)',
    "operator.concat('a', 'b')",
    'operator.contains([1], 1)',
    "operator.itemgetter(1)('abc')",
    "operator.itemgetter(0, -1)('abc')",
    "operator.attrgetter('real', 'imag')(3)",
    "operator.methodcaller('upper')('a')",
    "operator.methodcaller('split', ',', maxsplit=1)('a,b,c')",
    'operator.index(True)',
    'operator.index(1.5)',
    'operator.truth([])',
    'operator.is_(None, None)',
    'operator.getitem({1: 2}, 1)',
    'operator.floordiv(7, 2)',
    'operator.not_(1)',
    'operator.xor(5, 1)',
    'operator.iadd([1], [2])',
    "operator.attrgetter('a.b')(1)",
    'operator.length_hint([1,2])',
    "operator.countOf('banana', 'a')",
    "operator.indexOf('abc', 'c')",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
