# dict.pop and popitem: last in, first out.
d = {"a": 1, "b": 2, "c": 3}
print(d.pop("b"), d.pop("x", None), d.pop("x", 7), d.popitem(), d, d.popitem(), d)
for code in ["d.pop('x')", "d.popitem()", "d.pop()", "d.pop([])", "d.pop(1, 2, 3)", "d.popitem(1)", "d.pop('x', default=1)"]:
    try:
        print(eval(code))
    except (KeyError, TypeError) as e:
        print(code, type(e).__name__, e)
