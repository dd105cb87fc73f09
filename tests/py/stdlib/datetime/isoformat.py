from datetime import datetime, date, time, timezone, timedelta
d = datetime(2024, 5, 6, 7, 8, 9, 123456)
print(d.isoformat(), d.isoformat(" "), d.isoformat(timespec="milliseconds"), d.isoformat("T", "minutes"), d.replace(microsecond=0).isoformat())
print(d.replace(tzinfo=timezone.utc).isoformat(), d.astimezone(timezone(timedelta(hours=2))).tzinfo is not None, date(1, 2, 3).isoformat(), time(1, 2, 3, tzinfo=timezone.utc).isoformat(), d.date().isocalendar(), d.isocalendar()[1])
