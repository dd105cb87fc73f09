def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
err(lambda: len())
err(lambda: len(1))
err(lambda: len([], []))
err(lambda: [].append())
err(lambda: [].append(1, 2))
err(lambda: {}.get())
err(lambda: list.append(5, 1))
err(lambda: dict.keys([]))
err(lambda: set.union(5))
err(lambda: str.upper(5))
err(lambda: 5())
err(lambda: None.x)
err(lambda: [].x)
err(lambda: (1).real_part)
err(lambda: "a" + 1)
err(lambda: 1 + "a")
err(lambda: [] + ())
err(lambda: {} + {})
err(lambda: -"a")
err(lambda: 5[0])
err(lambda: 5 in 5)
err(lambda: object().x)
err(lambda: iter(object()))
print(list.append.__name__, [].append.__name__, len.__name__, dict.get.__qualname__)
m = [].append
l = [1]
a = l.append
a(2)
print(l)
