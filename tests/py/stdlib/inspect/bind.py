import inspect
def f(a, b, /, c, d=4, *e, g, h=8, **i): pass
s = inspect.signature(f)
def show(*args, **kwargs):
    try:
        b = s.bind(*args, **kwargs)
        print(b, b.args, b.kwargs)
        b.apply_defaults()
        print("   ", b.arguments)
        print("   ", b.args, b.kwargs)
    except TypeError as e:
        print("TypeError:", e)
show(1, 2, 3, g=7)
show(1, 2, c=3, g=7, z=9)
show(1, 2, 3, 4, 5, 6, g=7, h=0)
show(1, 2)
show(1, 2, 3)
show(1)
show(1, 2, 3, c=3, g=1)
show(1, b=2, c=3, g=1)
p = s.bind_partial(1, g=2)
print(p, p.arguments, p.args, p.kwargs)
t = inspect.signature(lambda a, *, b: 0)
for args, kw in (((1, 2), {}), ((1,), {}), ((1,), {"b": 2, "c": 3}), ((), {"a": 1, "b": 2})):
    try:
        print(t.bind(*args, **kw))
    except TypeError as e:
        print(e)
print(t.bind(1, b=2) == t.bind(1, b=2), t.bind(1, b=2) == t.bind(1, b=3))
