from pprint import pprint, pformat, isreadable, saferepr
pprint("word " * 30); pprint({"k": "word " * 25}); pprint(["a b " * 30], width=50, compact=True); pprint(list(range(30)), compact=True, width=40)
l = [1]; l.append(l); print(saferepr({"a": 1}), isreadable([1, "a"]), "Recursion" in pformat(l)); pprint({"b": 1, "a": 2}, sort_dicts=False)
from collections import OrderedDict, Counter, defaultdict
pprint(OrderedDict(a=1)); pprint(Counter("aab")); pprint(b"x" * 100)
