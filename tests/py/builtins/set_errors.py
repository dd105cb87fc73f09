def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
s = {1}
err(lambda: s.remove(9))
err(lambda: s.remove("x"))
err(lambda: set().pop())
err(lambda: s.add([]))
err(lambda: {[]})
err(lambda: {} in s)
err(lambda: s | [1])
err(lambda: s & "a")
err(lambda: s - 1)
err(lambda: s + s)
err(lambda: s < [1])
err(lambda: s[0])
err(lambda: hash(s))
err(lambda: set(1))
err(lambda: frozenset().add)
err(lambda: s.union(5))
def inplace():
    s2 = {1}
    s2 |= [2]
err(inplace)
def grow():
    q = {1}
    for x in q:
        q.add(x + 1)
err(grow)
