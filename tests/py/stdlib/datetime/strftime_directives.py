from datetime import date, datetime, time, timezone, timedelta
d = datetime(2024, 2, 5, 9, 7, 3, 45, tzinfo=timezone(timedelta(hours=-3, minutes=-30)))
for c in "aAbBcdfHIjmMpSUwWxXyYzZ%GuV":
    print(c, d.strftime("%" + c), end=" | ")
print()
print(d.strftime("%:z"), d.strftime("plain"), d.strftime(""), d.strftime("%Y%%%d"), d.strftime("é%Y"))
print(date(2024, 12, 30).strftime("%G-W%V-%u %U %W"), time(5, 6, 7, 8).strftime("%H:%M:%S.%f %p"), date(5, 1, 1).strftime("%Y %y"))
print(f"{d:%d.%m.%Y}", format(date(2024, 1, 2), "%j"), f"{time(1):%H}", str(d), d.isoformat(), d.isoformat(" ", "milliseconds"), d.ctime())
for spec in ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds"):
    print(spec, datetime(2024, 1, 1, 2, 3, 4, 5678).isoformat(timespec=spec), time(2, 3).isoformat(spec))
try:
    d.isoformat(timespec="bad")
except ValueError as e:
    print(e)
