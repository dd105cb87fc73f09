# nsmallest() and nlargest() of few and of many: what is compared is told by the error.
import heapq
def told(*a, **k):
    for f in (heapq.nsmallest, heapq.nlargest):
        try: print(f(*a, **k))
        except Exception as e: print(type(e).__name__, e)
told(2, [63, 0.0, "%d"])
told(2, [3, 1, 2, 1, 0, 5], key=lambda x: -x)
told(3, "hello world")
told(0, [1, 2])
told(-1, [1, 2])
told(3, iter([5, 1, 5, 2]), key=str)
told("a", [1])
told(1, [])
told(3, [(1, "b"), (1, "a"), (0, "z"), (1, "c")], key=lambda p: p[0])
