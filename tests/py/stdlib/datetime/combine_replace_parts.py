from datetime import datetime, date, time, timezone
print(datetime.combine(date(2024, 1, 2), time(3, 4)), datetime(2024, 1, 2, 3, 4).date(), datetime(2024, 1, 2, 3, 4, tzinfo=timezone.utc).time(), datetime(2024, 1, 2, 3, tzinfo=timezone.utc).timetz())
d = datetime(2024, 1, 31)
print(d.replace(day=1, hour=5), date.min, date.max, datetime.max, time.max, date.resolution, d.timetuple()[:6], d.ctime())
try:
    d.replace(month=2)
except ValueError as e:
    print(e)
print(datetime.now() > d, isinstance(datetime.now(timezone.utc).tzinfo, timezone), date.today() >= d.date(), issubclass(datetime, date))
