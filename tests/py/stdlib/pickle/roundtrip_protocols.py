import pickle
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID
from collections import OrderedDict, Counter, deque, defaultdict
values = [None, True, False, 0, 1, 255, 256, 65536, -1, -129, 2 ** 31, -2 ** 31, 2 ** 64, -2 ** 70, 10 ** 300, 0.0, 1.5, -2.25e-300, float("inf"), "", "text", "é€😀\n\\", "x" * 300, b"", b"\0\xff", b"y" * 300, bytearray(b"ba"),
          (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1, [2, [3]]], {}, {"a": 1, 2: (3,)}, set(), frozenset(), {1}, frozenset({2}), range(3), slice(1, 2), ..., NotImplemented,
          date(2024, 1, 2), datetime(2024, 1, 2, 3, 4, 5, 6), datetime(2024, 1, 1, tzinfo=timezone.utc), timedelta(5, 6, 7), timezone(timedelta(hours=2)), Decimal("1.50"), UUID(int=5), OrderedDict(a=1), Counter("aab"), deque([1, 2]), int, len, ValueError]
for p in range(6):
    bad = [v for v in values if pickle.loads(pickle.dumps(v, p)) != v or type(pickle.loads(pickle.dumps(v, p))) is not type(v)]
    print(p, bad)
d = defaultdict(list, {"k": [1]}); q = pickle.loads(pickle.dumps(d)); print(q, q.default_factory)
