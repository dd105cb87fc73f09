# pop() and del of a ChainMap ask its first mapping, which looks at a key only when it has any.
from collections import ChainMap
for m in (ChainMap(), ChainMap({}, {"a": 1}), ChainMap({"a": 1})):
    for key in ("a", "b", []):
        for f in (lambda: m.pop(key), lambda: m.pop(key, 0), lambda: m.__delitem__(key)):
            try: print(f())
            except Exception as e: print(repr(e), type(e.__context__).__name__)
