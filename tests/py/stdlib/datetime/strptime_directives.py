from datetime import datetime
for text, form in (("2024-02-29", "%Y-%m-%d"), ("29/Feb/24", "%d/%b/%y"), ("Thursday 29 February 2024", "%A %d %B %Y"), ("12:30:45.25", "%H:%M:%S.%f"), ("01:05 PM", "%I:%M %p"), ("12:00 AM", "%I:%M %p"),
                   ("2024 060", "%Y %j"), ("2024-09-4", "%Y-%W-%w"), ("2024 W09 4", "%G W%V %u"), ("2024-02-29T10:00:00+0530", "%Y-%m-%dT%H:%M:%S%z"), ("2024-01-01 Z", "%Y-%m-%d %z"), ("10:00 -03:30:15.5", "%H:%M %z"),
                   ("Thu Feb 29 12:30:45 2024", "%c"), ("02/29/24", "%x"), ("12:30:45", "%X"), ("100%", "%H0%%"), ("  2024 ", " %Y "), ("69", "%y"), ("68", "%y"), ("2024-10-1", "%Y-%U-%w"), ("UTC 2024", "%Z %Y")):
    try:
        print(form, repr(datetime.strptime(text, form)))
    except ValueError as e:
        print(form, "ValueError", e)
for text, form in (("2024", "%Y-%m"), ("2024-02-30", "%Y-%m-%d"), ("x", "%Y"), ("2024-01-01 extra", "%Y-%m-%d"), ("1", "%Q"), ("13", "%m"), ("2024", "%"), ("24", "%H"), ("2024 05", "%G %V"), ("2024 1 1", "%Y %V %u"), ("366 2023", "%j %Y")):
    try:
        print(datetime.strptime(text, form))
    except ValueError as e:
        print(form, "ValueError", e)
