from datetime import datetime
for text, f in (("2024-02-03", "%Y-%m-%d"), ("03/02/24 02:05 PM", "%d/%m/%y %I:%M %p"), ("Feb 3 2024", "%b %d %Y"), ("2024-02-03 01:02:03.5", "%Y-%m-%d %H:%M:%S.%f"), ("2024-02-03T00:00:00+0900", "%Y-%m-%dT%H:%M:%S%z"), ("Saturday February 034", "%A %B %j"), ("2024 UTC", "%Y %Z"), ("5 1", "%d %m")):
    print(repr(datetime.strptime(text, f)))
for text, f in (("2024", "%Y-%m"), ("2024-13-01", "%Y-%m-%d"), ("2024-02-30", "%Y-%m-%d"), ("2024-01-01x", "%Y-%m-%d")):
    try:
        datetime.strptime(text, f)
    except ValueError as e:
        print(e)
