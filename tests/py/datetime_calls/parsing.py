# datetime: parsing.
from datetime import date, datetime, time, timedelta, timezone

d = date(2024, 2, 29)
t = datetime(2024, 2, 29, 13, 5, 9, 70)
u = datetime(2024, 2, 29, 13, 5, 9, tzinfo=timezone(timedelta(hours=9), 'KST'))
c = time(13, 5, 9, 70)
delta = timedelta(days=1, hours=2, microseconds=3)

for text in [
    "date.fromisoformat('2024-02-29')",
    "date.fromisoformat('20240229')",
    "date.fromisoformat('2024-W09-4')",
    "date.fromisoformat('2023-02-29')",
    "datetime.fromisoformat('2024-02-29T13:05')",
    "datetime.fromisoformat('2024-02-29 13:05:09.5+01:00')",
    "datetime.fromisoformat('2024-02-29Z')",
    "time.fromisoformat('13:05:09.000070')",
    "time.fromisoformat('T13')",
    "time.fromisoformat('25:00')",
    "datetime.strptime('29.02.2024 13:05', '%d.%m.%Y %H:%M')",
    "datetime.strptime('2024', '%Y-%m')",
    "datetime.strptime('2024-02-30', '%Y-%m-%d')",
    "datetime.strptime('Feb 29 2024 01PM', '%b %d %Y %I%p')",
    "datetime.strptime('2024-01-01 +0900', '%Y-%m-%d %z')",
    "datetime.strptime('1', '%q')",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
