# Naive and aware timestamps of rows, into UTC and back to text.
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

KST = timezone(timedelta(hours=9), "KST")
for text in ("2024-03-01T00:30:00+09:00", "2024-03-01 00:30:00", "2024-02-29T15:30:00Z", "2024-12-31T23:59:59.999999-05:00"):
    d = datetime.fromisoformat(text)
    d = d.replace(tzinfo=KST) if d.tzinfo is None else d
    u = d.astimezone(timezone.utc)
    print(text, "->", u.isoformat(), u.strftime("%Y-%m-%d %H:%M:%S"), int(u.timestamp()), u.replace(tzinfo=None).isoformat(" ", "milliseconds"))
seoul = datetime(2024, 1, 1, tzinfo=ZoneInfo("Asia/Seoul"))
print(seoul.isoformat(), seoul.utcoffset(), seoul.tzname(), seoul.astimezone(ZoneInfo("America/New_York")).isoformat())
expires = datetime(2024, 1, 31, tzinfo=timezone.utc) + timedelta(days=30)
print(expires.date(), (expires - datetime(2024, 1, 1, tzinfo=timezone.utc)).days, expires.isoformat(timespec="minutes"))
print(datetime.utcfromtimestamp(0) if False else datetime.fromtimestamp(0, timezone.utc), datetime.min.isoformat(), datetime.max.isoformat())
