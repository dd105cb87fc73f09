# dict.get and dict.setdefault.
d = {"a": 1, None: 2}
print(d.get("a"), d.get("x"), d.get("x", 5), d.get(None), d.setdefault("a", 9), d.setdefault("b", []), d.setdefault("c"), d)
d.setdefault("b", None).append(1)
print(d)
for method, args in [("get", ()), ("get", ([],)), ("get", (1, 2, 3)), ("setdefault", ()), ("setdefault", ([], 1)), ("setdefault", (1, 2, 3))]:
    try:
        print(getattr(d, method)(*args))
    except TypeError as e:
        print(e)
