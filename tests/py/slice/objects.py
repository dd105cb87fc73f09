# slice objects: attributes, repr, indices, equality, no order of their own.
for s in [slice(5), slice(1, 5), slice(1, 5, 2), slice(None), slice("a", None, [1])]:
    print(s, s.start, s.stop, s.step, s == slice(5))
for s in [slice(None), slice(2), slice(-3, None), slice(None, None, -1), slice(10, 0, -2), slice(-100, 100, 3), slice(5, -5)]:
    print(s.indices(7), s.indices(0), [range(7)[s]])
for code in ["slice()", "slice(1, 2, 3, 4)", "slice(1).indices(-1)", "slice(1, 2, 0).indices(5)", "slice('a').indices(3)", "slice(1).indices('x')", "slice(1).start = 2", "hash(slice(1)) == hash(slice(1))", "slice(1) < slice(2)", "slice(1, 'a') < slice(1, 2)"]:
    try:
        print(code, eval(code) if "=" not in code else exec(code))
    except Exception as e:
        print(code, type(e).__name__, e)
