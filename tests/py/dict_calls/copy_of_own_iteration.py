# A dict with an __iter__ of its own is copied through its keys() and [].
class Walks(dict):
    def keys(self): return ["a"]
    def __iter__(self): return iter("keys")
class Lists(dict):
    def keys(self): return ["a"]
for made in (Walks(x=1), Lists(x=1), Walks(a=1, b=2)):
    for f in (dict.copy, dict, lambda d: {} | d, lambda d: {**d}):
        try: print(f(made))
        except KeyError as e: print(repr(e))
