# datetime: strftime.
from datetime import date, datetime, time, timedelta, timezone

d = date(2024, 2, 29)
t = datetime(2024, 2, 29, 13, 5, 9, 70)
u = datetime(2024, 2, 29, 13, 5, 9, tzinfo=timezone(timedelta(hours=9), 'KST'))
c = time(13, 5, 9, 70)
delta = timedelta(days=1, hours=2, microseconds=3)

for text in [
    "d.strftime('%Y/%m/%d')",
    "t.strftime('%H:%M:%S.%f')",
    "t.strftime('%a %A %b %B')",
    "t.strftime('%j %U %W %w %u')",
    "t.strftime('%I %p')",
    "u.strftime('%z %Z')",
    "t.strftime('%z|%Z')",
    "t.strftime('%%')",
    "t.strftime('%y %C %G %V')",
    "t.strftime('')",
    "c.strftime('%H.%M')",
    "d.strftime('%x')",
    "t.strftime('%D %T %R %F %e %h %n %t|')",
    "f'{t:%d.%m.%Y}'",
    "f'{d}'",
    "format(c, '%H')",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
