def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
a = [1, 2]
err(lambda: a[2])
err(lambda: a[-3])
err(lambda: a["x"])
err(lambda: a[1.0])
err(lambda: a[None])
err(lambda: [].pop())
err(lambda: a.pop(5))
err(lambda: a.remove(9))
err(lambda: a.index(9))
err(lambda: a.index(1, 1))
err(lambda: a + (1,))
err(lambda: a + 1)
err(lambda: a * 1.5)
err(lambda: a * "x")
err(lambda: a * a)
err(lambda: a - a)
err(lambda: a < 1)
err(lambda: [1] < ["a"])
err(lambda: hash(a))
err(lambda: list(5))
err(lambda: a.nothing)
err(lambda: a.extend(3))
def assign(): a[7] = 1
err(assign)
def assign(): a[-7] = 1
err(assign)
def delete(): del a[7]
err(delete)
def assign(): a["k"] = 1
err(assign)
def assign(): a[0:1] = 5
err(assign)
def assign(): a.x = 5
err(assign)
print(a)
