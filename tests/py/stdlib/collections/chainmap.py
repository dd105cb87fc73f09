from collections import ChainMap
c = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(c["a"], c["b"], list(c), len(c), "b" in c, c.maps)
c["z"] = 9; print(c.maps[0]); d = c.new_child({"a": 0}); print(d["a"], d.parents["a"], d)
try:
    c["nope"]
except KeyError as e:
    print(e)
try:
    del c["b"]
except KeyError as e:
    print(e)
