# What scripts do every day: dates.
import datetime as dt, decimal, enum, os, re, sys, time, collections

class Color(enum.Enum):
    RED = 'r'
    BLUE = 'b'

class Level(enum.IntEnum):
    LOW = 1
    HIGH = 3

for text in [
    'dt.date(2024, 1, 31) + dt.timedelta(days=30)',
    'dt.date(2024, 2, 30)',
    'dt.datetime(2024, 1, 1).isoformat()',
    "dt.datetime.strptime('2024-01-02', '%Y-%m-%d')",
    "dt.datetime.strptime('x', '%Y')",
    'dt.datetime(2024, 1, 1, tzinfo=dt.timezone.utc).isoformat()',
    "dt.date(2024, 1, 1).strftime('%d.%m.%y')",
    '(dt.date(2024, 3, 1) - dt.date(2024, 2, 1)).days',
    'dt.timedelta(hours=25)',
    "dt.date.fromisoformat('2024-01-05').weekday()",
    'dt.datetime(2024, 1, 1) < dt.date(2024, 1, 2)',
    'dt.datetime.fromtimestamp(0, dt.timezone.utc)',
    'dt.UTC',
    "dt.time(12, 30).isoformat('minutes')",
    'dt.date.max.year',
    'dt.datetime(2024, 1, 1).replace(month=13)',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
