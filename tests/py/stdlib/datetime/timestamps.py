from datetime import datetime, timezone, timedelta, date
print(datetime.fromtimestamp(0, timezone.utc), datetime.fromtimestamp(1700000000.5, tz=timezone.utc), datetime(2024, 1, 1, tzinfo=timezone.utc).timestamp(), datetime.fromtimestamp(1e9, timezone(timedelta(hours=9))))
print(datetime.utcfromtimestamp(86400), date.fromtimestamp(0), datetime.fromordinal(738000), date(2024, 1, 1).toordinal(), datetime(2024, 1, 1).weekday(), date(2024, 1, 1).isoweekday())
