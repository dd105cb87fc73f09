# datetime: calendar parts.
from datetime import date, datetime, time, timedelta, timezone

d = date(2024, 2, 29)
t = datetime(2024, 2, 29, 13, 5, 9, 70)
u = datetime(2024, 2, 29, 13, 5, 9, tzinfo=timezone(timedelta(hours=9), 'KST'))
c = time(13, 5, 9, 70)
delta = timedelta(days=1, hours=2, microseconds=3)

for text in [
    'd.weekday()',
    'd.isoweekday()',
    'd.isocalendar()',
    'd.toordinal()',
    'd.timetuple()',
    't.timetuple()[:9]',
    'u.utctimetuple()[:6]',
    'd.ctime()',
    't.ctime()',
    'date.fromordinal(738945)',
    'date.fromisocalendar(2024, 9, 4)',
    'date.fromisocalendar(2024, 54, 1)',
    'd.isocalendar().week',
    't.date()',
    't.time()',
    'u.timetz()',
    'datetime.combine(d, c)',
    'datetime.combine(d, c, timezone.utc)',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
