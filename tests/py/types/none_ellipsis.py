print(None, ..., NotImplemented, repr(None), type(None), type(...), type(NotImplemented), bool(None), None == None, None is None, None != 0, [None, ...], hash(None) == hash(None), type(None)() is None, str(None), f"{None}")
for f in (lambda: None.x, lambda: None(), lambda: None[0], lambda: setattr(None, "x", 1), lambda: None + 1, lambda: -None, lambda: len(None), lambda: iter(None), lambda: None < None, lambda: type("N", (type(None),), {})):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
