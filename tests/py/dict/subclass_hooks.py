# What a dict subclass's __setitem__ and __getitem__ see.
class Log(dict):
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)

    def __getitem__(self, key):
        print("get", key)
        return super().__getitem__(key)


d = Log(a=1)
d["b"] = 2
d.update(c=3)
d.setdefault("d", 4)
print(d["a"], d.get("b"), dict(d), {**d}, d.pop("a"), list(d.values()))
d |= {"e": 5}
del d["b"]
print(d)
