# What the constructors of datetime refuse, and how.
import datetime as d

for make in (lambda: d.date(2024, 13, 1), lambda: d.date(2024, 2, 30), lambda: d.date(0, 1, 1), lambda: d.date("2024", 1, 1), lambda: d.date(2024, 1, 1.5),
             lambda: d.datetime(2024, 1, 1, 24), lambda: d.datetime(2024, 1, 1, 0, 60), lambda: d.datetime(2024, 1, 1, microsecond=10**6),
             lambda: d.datetime(2024, 1, 1, tzinfo=3), lambda: d.time(25), lambda: d.time(1, 2, 3, 4, 5), lambda: d.time(fold=2), lambda: d.timedelta("1"), lambda: d.timedelta(days=10**10),
             lambda: d.timezone(3), lambda: d.timezone(d.timedelta(hours=24)), lambda: d.timezone(d.timedelta(0), 5), lambda: d.date.fromisoformat("2024-1-1"), lambda: d.date.fromisoformat(5),
             lambda: d.datetime.fromisoformat("nope"), lambda: d.date.fromordinal(0), lambda: d.datetime.strptime("x", "%Y"), lambda: d.datetime.strptime("2024 x", "%Y"),
             lambda: d.date.fromtimestamp("x"), lambda: d.date.today() + 1, lambda: d.date(2024, 1, 1) - d.datetime(2024, 1, 1), lambda: d.date(9999, 12, 31) + d.timedelta(1),
             lambda: d.date(2024, 1, 1).replace(month=0), lambda: d.datetime.combine(1, 2), lambda: d.date(2024, 1, 1) < d.datetime(2024, 1, 1), lambda: d.date(2024, 1, 1) < 5,
             lambda: d.datetime.now("utc"), lambda: d.datetime(2024, 1, 1).astimezone(3), lambda: d.timedelta(1) / 0, lambda: d.timedelta(1) * "x"):
    try:
        print(make())
    except (TypeError, ValueError, OverflowError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
