from datetime import datetime, date, time
for t in ("2024-01-02", "2024-01-02T03:04:05", "2024-01-02 03:04:05.123", "2024-01-02T03:04:05Z", "2024-01-02T03:04:05+09:00", "20240102T030405", "2024-W01-2", "2024-01-02T03", "2024-01-02T03:04:05.123456-05:30"):
    print(repr(datetime.fromisoformat(t)))
print(date.fromisoformat("2024-12-31"), time.fromisoformat("04:05:06"), time.fromisoformat("04:05+01:00"))
for bad in ("2024-1-2", "nope", "2024-01-02T25:00", ""):
    try:
        datetime.fromisoformat(bad)
    except ValueError as e:
        print(e)
