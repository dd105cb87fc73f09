# __missing__ is asked by d[key] only.
class Defaults(dict):
    def __missing__(self, key):
        if key == "bad":
            raise LookupError("bad key")
        self[key] = len(self)
        return self[key]


d = Defaults(a=1)
print(d["a"], d["x"], d["y"], d.get("q"), "q" in d, d, d.pop("q", "no"))
try:
    d["bad"]
except LookupError as e:
    print(type(e).__name__, e)
try:
    d[[]]
except TypeError as e:
    print(e)
