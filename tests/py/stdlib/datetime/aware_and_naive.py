from datetime import datetime, timezone, timedelta
a, n = datetime(2024, 1, 1, tzinfo=timezone.utc), datetime(2024, 1, 1)
print(a == n, a != n, a == datetime(2024, 1, 1, 9, tzinfo=timezone(timedelta(hours=9))))
for f in (lambda: a < n, lambda: a - n):
    try:
        f()
    except TypeError as e:
        print(e)
print(a.astimezone(timezone(timedelta(hours=-8))), a.utcoffset(), n.utcoffset(), a.tzname(), a.replace(tzinfo=None) == n, hash(a) == hash(datetime(2024, 1, 1, 9, tzinfo=timezone(timedelta(hours=9)))))
print((a - datetime(2023, 12, 31, 23, tzinfo=timezone.utc)).total_seconds())
