# ChainMap with |, |= and from the right.
from collections import ChainMap

c = ChainMap({"a": 1}, {"b": 2})
d = c | {"c": 3, "a": 9}
print(d, type(d).__name__, c)
print({"z": 0, "a": 5} | c)
c |= {"b": 7}
print(c, c.maps)
try:
    c | [("x", 1)]
except TypeError as e:
    print(e)
print(c.parents, c.new_child({"n": 1}), dict(c))
del c["a"]
try:
    del c["nope"]
except KeyError as e:
    print("KeyError", e)
try:
    ChainMap().popitem()
except KeyError as e:
    print(e)
