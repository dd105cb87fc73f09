# KeyError shows the repr of the key.
d = {}
for key in ["a", 1, None, (1, 2), 2.5, b"x", "it's", frozenset({1})]:
    try:
        d[key]
    except KeyError as e:
        print(e, repr(e), e.args)
    try:
        del d[key]
    except KeyError as e:
        print(e)
for key in [[], {}, set(), [1, 2], slice(1) if False else bytearray()]:
    for code in ("d[key]", "d[key] = 1", "del d[key]", "key in d", "d.get(key)", "{key: 1}"):
        try:
            exec(code)
        except TypeError as e:
            print(code, e)
