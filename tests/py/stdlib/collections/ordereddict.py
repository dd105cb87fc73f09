from collections import OrderedDict
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a"); print(o, list(o))
o.move_to_end("c", last=False); print(list(o), o.popitem(), o.popitem(last=False), o)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, OrderedDict(), list(reversed(OrderedDict(x=1, y=2))))
