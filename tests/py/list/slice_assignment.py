# Assigning to slices: growing, shrinking, with steps, from itself.
def show(code):
    a = list(range(6))
    try:
        exec(code, {"a": a})
    except Exception as e:
        print(code, "->", type(e).__name__, e)
    else:
        print(code, "->", a)


for code in ["a[1:3] = []", "a[1:1] = 'xy'", "a[:] = a", "a[::2] = 'abc'", "a[::2] = 'ab'", "a[::-1] = range(6)", "a[10:] = [7]", "a[-2:] = (8,)", "a[4:2] = [9]", "a[1:3] = 5", "a[::2] = 5",
             "a[1:3] = None", "a[::2] = []", "a[2:5] = a", "a[:0] = a", "a[5:0:-2] = 'xyz'", "a[1:4:1] = 'q'", "a[0:0:2] = []", "a[-100:100] = {1: 2}", "a['x':] = []", "a[::0] = []", "a[1.5] = 1", "a[9] = 1", "a[-7] = 1", "a[None] = 1"]:
    show(code)
