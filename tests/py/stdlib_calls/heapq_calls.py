# heapq: results and errors.
import heapq, bisect, operator, functools, string, textwrap, random, copy

for text in [
    '(lambda h: (heapq.heapify(h), h))([3,1,2])',
    '(lambda h: (heapq.heappush(h, 0), h))([1,2])',
    'heapq.heappop([1,2,3])',
    'heapq.heappop([])',
    'heapq.nlargest(2, [1,5,3])',
    "heapq.nsmallest(2, ['bb','a'], key=len)",
    'list(heapq.merge([1,4],[2,3]))',
    "list(heapq.merge('bd', 'ac', reverse=False))",
    'heapq.heappushpop([2,3], 1)',
    'heapq.heapreplace([2,3], 5)',
    'heapq.nlargest(0, [1])',
    "heapq.heapify([1, 'a'])",
    "heapq.heappush([1], 'x')",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
