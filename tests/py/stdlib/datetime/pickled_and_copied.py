import copy
from datetime import date, datetime, time, timedelta, timezone
for v in (date(2024, 1, 2), datetime(2024, 1, 2, 3, 4, 5, 6, tzinfo=timezone.utc), time(1, 2, 3), timedelta(5, 6), timezone(timedelta(hours=1), "n")):
    c = copy.copy(v), copy.deepcopy(v)
    print(c[0] == v == c[1], type(c[0]).__name__)
print({date(2024, 1, 1): 1}[datetime(2024, 1, 1).date()], len({datetime(2024, 1, 1), datetime(2024, 1, 1)}))
