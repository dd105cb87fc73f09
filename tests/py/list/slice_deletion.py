# Deleting items and slices.
def show(code):
    a = list(range(8))
    try:
        exec(code, {"a": a})
    except Exception as e:
        print(code, "->", type(e).__name__, e)
    else:
        print(code, "->", a)


for code in ["del a[0]", "del a[-1]", "del a[:]", "del a[2:5]", "del a[::2]", "del a[::-2]", "del a[1::3]", "del a[5:2]", "del a[5:2:-1]", "del a[100:]", "del a[9]", "del a[-9]", "del a['x']", "del a[1.0]",
             "del a[::0]", "del a[0], a[0], a[0]", "del a[6:1:-2]", "del a[True]", "del (a[0], a[1])", "del [a[0]]"]:
    show(code)
