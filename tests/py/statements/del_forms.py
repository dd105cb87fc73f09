# del of names, attributes, items, slices, nested lists of them.
class O:
    pass


a, b, c, o, l, d = 1, 2, 3, O(), [1, 2, 3, 4], {"x": 1, "y": 2}
o.p = o.q = 1
del a
del (b, c)
del o.p, l[0], l[1:], d["x"]
del [o.q]
print(vars(o), l, d)
for code in ["del a", "del zz", "del o.p", "del l[5]", "del d['x']", "del o.nope.x", "del ()", "del []"]:
    try:
        exec(code)
        print(code, "fine")
    except Exception as e:
        print(code, type(e).__name__, e)
