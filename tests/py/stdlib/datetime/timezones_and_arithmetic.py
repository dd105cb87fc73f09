from datetime import datetime, timedelta, timezone, date, time
tz = timezone(timedelta(hours=5, minutes=30))
named = timezone(timedelta(hours=-8), "PST")
a = datetime(2024, 3, 10, 12, tzinfo=tz)
b = datetime(2024, 3, 10, 12, tzinfo=timezone.utc)
print(a - b, a < b, a == a.astimezone(named), a.astimezone(named), a.utcoffset(), a.tzname(), named, repr(named), timezone.utc, repr(timezone.utc))
print(a.utctimetuple()[:6], a.timestamp(), datetime.fromtimestamp(0, tz), datetime.fromtimestamp(1e9, timezone.utc), a.timetz(), a.replace(tzinfo=None))
print(timezone(timedelta(0)) == timezone.utc, timezone(timedelta(seconds=30)), timezone.min, timezone.max, hash(tz) == hash(timezone(timedelta(minutes=330))))
naive = datetime(2024, 3, 10)
for f in (lambda: a - naive, lambda: a < naive, lambda: timezone(timedelta(hours=24)), lambda: timezone(5), lambda: datetime(2024, 1, 1, tzinfo="x"), lambda: naive + 5, lambda: datetime.max + timedelta(1), lambda: date.min - timedelta(1), lambda: naive < date.today(), lambda: datetime(2024, 2, 30), lambda: datetime(0, 1, 1), lambda: time(25), lambda: datetime(2024, 1, 1, 24)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(a == naive, a != naive, datetime(2024, 1, 1) == date(2024, 1, 1), date(2024, 1, 31) + timedelta(days=1, hours=23), datetime(2024, 1, 1) - timedelta(microseconds=1))
x = datetime(2024, 11, 3, 1, 30, fold=1)
print(x, repr(x), x.fold, x == x.replace(fold=0), x.replace(hour=2).fold)
