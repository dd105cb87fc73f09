from datetime import date, datetime, time
for text in ("2024-02-29", "20240229", "2024-W09-4", "2024W094", "2024-W09", "2024W09"):
    print(text, date.fromisoformat(text))
for text in ("2024-02-29T12:30", "2024-02-29 12:30:45", "20240229T123045", "2024-02-29T12:30:45.1", "2024-02-29T12:30:45.123456789", "2024-02-29T12:30:45,5",
             "2024-02-29T12:30:45Z", "2024-02-29T12:30:45+05:30", "2024-02-29T12:30:45-0800", "2024-02-29T12", "2024-W09-4T10", "2024-02-29T12:30:45+05:30:15.5", "2024-02-29T12+09"):
    print(text, repr(datetime.fromisoformat(text)))
for text in ("12", "12:30", "1230", "12:30:45", "123045", "T12:30", "12:30:45.5Z", "04:05:06+00:00", "12:30:45.123456-03:00"):
    print(text, repr(time.fromisoformat(text)))
for cls, bad in ((date, "2024-2-9"), (date, "2024-13-01"), (date, "2024-02-30"), (date, ""), (date, "2024-W54-1"), (date, "2024-W01-8"), (datetime, "2024-02-29T25:00"), (datetime, "2024-02-29T12:3"),
                 (datetime, "x"), (datetime, "2024-02-29T12:30:45+25:00"), (time, "24:00"), (time, "1"), (time, "12:30:45."), (datetime, "2024-02-29T")):
    try:
        print(bad, cls.fromisoformat(bad))
    except ValueError as e:
        print(cls.__name__, bad, "ValueError", e)
try:
    date.fromisoformat(20240101)
except TypeError as e:
    print(e)
