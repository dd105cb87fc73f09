# datetime: deltas.
from datetime import date, datetime, time, timedelta, timezone

d = date(2024, 2, 29)
t = datetime(2024, 2, 29, 13, 5, 9, 70)
u = datetime(2024, 2, 29, 13, 5, 9, tzinfo=timezone(timedelta(hours=9), 'KST'))
c = time(13, 5, 9, 70)
delta = timedelta(days=1, hours=2, microseconds=3)

for text in [
    'delta',
    'str(delta)',
    '-delta',
    'delta * 2',
    'delta / 2',
    'delta // timedelta(hours=1)',
    'delta % timedelta(hours=1)',
    'divmod(delta, timedelta(hours=5))',
    'delta / timedelta(days=1)',
    'delta.total_seconds()',
    'delta.days, delta.seconds, delta.microseconds',
    'timedelta(weeks=1, minutes=-1)',
    'timedelta(0.5)',
    'timedelta(hours=-1)',
    'abs(timedelta(-1))',
    'delta > timedelta(1)',
    'delta == 5',
    'delta < 5',
    'timedelta.max',
    'timedelta.min',
    'timedelta(milliseconds=1.5)',
    'bool(timedelta())',
    'hash(timedelta(1)) == hash(timedelta(hours=24))',
    'sum([delta, delta], timedelta())',
    'delta + 1',
    'timedelta(days=10**10)',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
