from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones
from datetime import datetime, timedelta, timezone
ny = ZoneInfo("America/New_York")
for m in (datetime(2024, 1, 1), datetime(2024, 7, 1), datetime(2024, 3, 10, 2, 30), datetime(2024, 11, 3, 1, 30), datetime(2024, 11, 3, 1, 30, fold=1), datetime(1900, 1, 1), datetime(2060, 7, 1)):
    d = m.replace(tzinfo=ny)
    print(d, d.tzname(), d.dst(), d.utcoffset(), d.astimezone(timezone.utc))
u = datetime(2024, 11, 3, 5, 30, tzinfo=timezone.utc)
for h in range(3):
    x = (u + timedelta(hours=h)).astimezone(ny)
    print(x, x.fold)
print(ny, repr(ny), ny.key, ZoneInfo("America/New_York") is ny, ZoneInfo("UTC").utcoffset(u), str(ZoneInfo("Asia/Seoul")), len(available_timezones()) > 300)
print(datetime(2024, 1, 1, tzinfo=ZoneInfo("Asia/Kolkata")), datetime(2024, 1, 1, tzinfo=ZoneInfo("Europe/Dublin")).dst(), datetime(2024, 7, 1, tzinfo=ZoneInfo("Australia/Lord_Howe")).utcoffset())
for bad in ("Nowhere/City", "../etc/passwd", "", "/etc/localtime"):
    try:
        print(ZoneInfo(bad))
    except Exception as e:
        print(bad, type(e).__name__, str(e)[:60])
print(issubclass(ZoneInfoNotFoundError, KeyError), ZoneInfo.no_cache("UTC") is ZoneInfo("UTC"))
