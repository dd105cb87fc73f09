import copy, datetime, decimal, uuid, collections, re, enum, pathlib
class Color(enum.Enum): RED = 1
values = [datetime.date(2024, 1, 2), datetime.datetime(2024, 1, 2, 3, tzinfo=datetime.timezone.utc), datetime.timedelta(5), decimal.Decimal("1.5"), collections.OrderedDict(a=[1]), collections.Counter("aab"),
          collections.deque([1, [2]], maxlen=5), collections.defaultdict(list, a=[1]), re.compile("x"), Color.RED, range(3), slice(1, 2), bytearray(b"x"), frozenset([1]), pathlib.PurePosixPath("a/b"), ValueError("v", 1)]
for v in values:
    a, b = copy.copy(v), copy.deepcopy(v)
    print(type(v).__name__, type(a) is type(v), type(b) is type(v), (a == v and b == v) if not isinstance(v, Exception) else (a.args, b.args), a is v)
d = collections.deque([[1]], 3); e = copy.deepcopy(d); print(e.maxlen, e[0] is d[0])
f = lambda: 0
print(copy.copy(f) is f, copy.deepcopy(len) is len, copy.deepcopy(Color) is Color, copy.deepcopy((1, "a")) == (1, "a"))
for bad in ((x for x in []),):
    try:
        copy.copy(bad)
    except TypeError as x:
        print(x)
