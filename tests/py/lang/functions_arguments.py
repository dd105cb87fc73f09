# Positional, keyword, default, rest and keyword-only parameters, and the errors of wrong calls.
def plain(a, b):
    return (a, b)


def defaults(a, b=2, c=3):
    return (a, b, c)


def rest(a, *args, k=1, **kw):
    return (a, args, k, sorted(kw.items()))


def only(a, b, /, c, *, d):
    return (a, b, c, d)


def optional_only(a, b=2, /):
    return (a, b)


def wrong(function, *args, **kw):
    try:
        function(*args, **kw)
    except TypeError as e:
        print(e)


print(plain(1, 2), plain(b=1, a=2), plain(1, b=2))
print(defaults(1), defaults(1, c=5), defaults(*[1, 2], **{"c": 9}))
print(rest(1), rest(1, 2, 3), rest(1, k=5, z=1, y=2), rest(*range(3), **dict(q=1)))
print(only(1, 2, 3, d=4), only(1, 2, c=3, d=4), optional_only(1))
wrong(plain)
wrong(plain, 1)
wrong(plain, 1, 2, 3)
wrong(plain, 1, a=2)
wrong(plain, 1, 2, z=3)
wrong(defaults)
wrong(defaults, 1, 2, 3, 4)
wrong(only, 1, 2, 3)
wrong(only, a=1, b=2, c=3, d=4)
wrong(only, 1, 2, 3, 4, d=5)
wrong(lambda: 0, 1)
wrong(lambda a, b, c: 0)
wrong(lambda a, b: 0, 1, 2, 3, 4)


def keyword_required(*, x, y, z):
    return x


wrong(keyword_required)
wrong(keyword_required, x=1, y=2)
wrong(keyword_required, 1)


class Thing:
    def method(self, a):
        return a


wrong(Thing().method)
wrong(Thing().method, 1, 2)
wrong(Thing, 1)
print(Thing().method(a=4))
try:
    plain(**{"a": 1}, **{"a": 2})
except TypeError as e:
    print(e)
try:
    plain(**5)
except TypeError as e:
    print(e)
try:
    plain(*5)
except TypeError as e:
    print("star:", "must be an iterable" in str(e))
