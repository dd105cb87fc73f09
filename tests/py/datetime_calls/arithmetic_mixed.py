# datetime: arithmetic mixed.
from datetime import date, datetime, time, timedelta, timezone

d = date(2024, 2, 29)
t = datetime(2024, 2, 29, 13, 5, 9, 70)
u = datetime(2024, 2, 29, 13, 5, 9, tzinfo=timezone(timedelta(hours=9), 'KST'))
c = time(13, 5, 9, 70)
delta = timedelta(days=1, hours=2, microseconds=3)

for text in [
    'd + delta',
    'd - timedelta(1)',
    'd - date(2024, 1, 1)',
    't + delta',
    't - datetime(2024, 1, 1)',
    'u - datetime(2024, 2, 29, tzinfo=timezone.utc)',
    't - u',
    't < u',
    't == u',
    'd + 1',
    "d - 'x'",
    'date.max + timedelta(1)',
    'date.min - timedelta(1)',
    'c + delta',
    'd < date(2025, 1, 1)',
    'max(d, date(2020, 1, 1))',
    't > d',
    't == d',
    'u.astimezone(timezone.utc)',
    'u.utcoffset()',
    'u.tzname()',
    'u.dst()',
    't.utcoffset()',
    'timezone.utc',
    'timezone(timedelta(hours=-5, minutes=-30))',
    'timezone(timedelta(seconds=1))',
    'datetime(2024,1,1,tzinfo=timezone.utc).timestamp()',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
