def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
t = (1, 2)
err(lambda: t[2])
err(lambda: t["a"])
err(lambda: t.index(9))
err(lambda: t + [1])
err(lambda: t * 2.0)
err(lambda: t < 3)
err(lambda: hash(([],)))
err(lambda: tuple(3))
def assign(): t[0] = 1
err(assign)
def delete(): del t[0]
err(delete)
err(lambda: t.append)
def unpack(): a, b, c = t
err(unpack)
def unpack(): a, = t
err(unpack)
def unpack(): a, b, *c, d = t
err(unpack)
