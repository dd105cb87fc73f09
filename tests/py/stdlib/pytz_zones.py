# pytz, as migrations and models use it.
from datetime import datetime

import pytz
from pytz.exceptions import UnknownTimeZoneError

print(pytz.utc, repr(pytz.UTC), pytz.timezone("utc") is pytz.utc, isinstance(pytz.utc, pytz.BaseTzInfo))
paris = pytz.timezone("Europe/Paris")
print(paris, paris.zone, pytz.timezone("Europe/Paris") is paris)
winter, summer = paris.localize(datetime(2024, 1, 2, 3, 4)), paris.localize(datetime(2024, 7, 2, 3, 4))
print(winter.isoformat(), summer.isoformat(), winter.tzname(), summer.dst())
print(winter.astimezone(pytz.utc), pytz.utc.localize(datetime(2024, 7, 1, 12)).astimezone(paris))
print(datetime.now(pytz.utc).utcoffset(), datetime.fromtimestamp(0, paris), datetime.fromtimestamp(0, tz=pytz.utc))
twice = datetime(2024, 10, 27, 2, 30)
print(paris.localize(twice), paris.localize(twice, is_dst=True))
print(paris.normalize(pytz.utc.localize(datetime(2024, 7, 1))))
print(datetime(2024, 1, 1, tzinfo=pytz.utc).isoformat(), pytz.FixedOffset(90).utcoffset(None), pytz.FixedOffset(0))
for wrong in lambda: pytz.timezone("Mars/Base"), lambda: paris.localize(winter), lambda: paris.normalize(twice):
    try:
        wrong()
    except (UnknownTimeZoneError, ValueError) as e:
        print(type(e).__name__, e)
print("Europe/Paris" in pytz.all_timezones, "Asia/Seoul" in pytz.common_timezones_set, "UTC" in pytz.common_timezones)
