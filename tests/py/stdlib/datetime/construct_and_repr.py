from datetime import datetime, date, time, timedelta, timezone
print(datetime(2024, 2, 29, 1, 2, 3, 4), repr(datetime(2024, 1, 1)), repr(date(2024, 1, 1)), repr(time(1, 2)), repr(timedelta(1, 2, 3)))
print(repr(datetime(2024, 1, 1, tzinfo=timezone.utc)), repr(timezone(timedelta(hours=9))), timezone(timedelta(hours=-5, minutes=-30)), timezone.utc, repr(timezone(timedelta(hours=1), "CET")))
for bad in (lambda: date(2023, 2, 29), lambda: datetime(2024, 13, 1), lambda: time(24), lambda: date(0, 1, 1), lambda: datetime(2024, 1, 1, 0, 60), lambda: timezone(timedelta(days=1))):
    try:
        bad()
    except ValueError as e:
        print(e)
