# datetime: replace.
from datetime import date, datetime, time, timedelta, timezone

d = date(2024, 2, 29)
t = datetime(2024, 2, 29, 13, 5, 9, 70)
u = datetime(2024, 2, 29, 13, 5, 9, tzinfo=timezone(timedelta(hours=9), 'KST'))
c = time(13, 5, 9, 70)
delta = timedelta(days=1, hours=2, microseconds=3)

for text in [
    'd.replace(year=2023, day=1)',
    't.replace(hour=0, microsecond=0)',
    't.replace(tzinfo=timezone.utc)',
    'u.replace(tzinfo=None)',
    'd.replace(year=2023)',
    'c.replace(minute=59)',
    't.replace(month=13)',
    't.replace(fold=1).fold',
    "d.replace('x')",
    't.replace(hour=None)',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
