# datetime: isoformat.
from datetime import date, datetime, time, timedelta, timezone

d = date(2024, 2, 29)
t = datetime(2024, 2, 29, 13, 5, 9, 70)
u = datetime(2024, 2, 29, 13, 5, 9, tzinfo=timezone(timedelta(hours=9), 'KST'))
c = time(13, 5, 9, 70)
delta = timedelta(days=1, hours=2, microseconds=3)

for text in [
    'd.isoformat()',
    't.isoformat()',
    'u.isoformat()',
    'c.isoformat()',
    "t.isoformat(' ')",
    "t.isoformat(timespec='minutes')",
    "t.isoformat('T', 'milliseconds')",
    "t.isoformat(timespec='x')",
    "c.isoformat('hours')",
    "u.isoformat(timespec='seconds')",
    "t.isoformat('ab')",
    'd.isoformat(1)',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
