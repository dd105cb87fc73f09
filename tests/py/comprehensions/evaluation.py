# Order of evaluation and errors in comprehensions.
log = []


def v(x):
    log.append(x)
    return x


print([v(i) for i in v([1, 2]) if v(True)], log)
log.clear()
print({v("k"): v("v") for _ in v("x")}, log)
for code in ["[1 / x for x in [1, 0]]", "[x for x in 5]", "[y for x in [1]]", "{[]: 1 for _ in [1]}", "{x for x in [[]]}", "[x for x, y in [1]]", "[x for x in [1] if z]", "[*x for x in []]", "{**x for x in []}", "[x, y for x in y]", "[x for x]", "[for x in y]", "[x for x in y if]", "(x for x in y, 1)", "[x async for x in y]", "[x for x.y in [1]]", "[x for 5 in y]"]:
    try:
        eval(code)
        print(code, "fine")
    except Exception as e:
        print(code, "->", type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)
