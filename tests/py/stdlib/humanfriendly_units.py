# humanfriendly's readers and writers of sizes and spans; what is expected was printed by humanfriendly itself.
import datetime

from humanfriendly import (InvalidSize, InvalidTimespan, format_length, format_number, format_size, format_timespan,
                           parse_size, parse_timespan)
from humanfriendly.text import concatenate, pluralize

for text in "42 13b 5bytes 1KB 1 kilobyte|1 KiB|1.5GB|1 gigabytes|2 tb|3MiB|1k|2 mebibyte".replace(" ", "|").split("|"):
    try:
        print(text, parse_size(text), parse_size(text, binary=True))
    except InvalidSize as problem:
        print(problem)
for text in ("5", "5s", "1.5m", "2 hours", "1d", "3 weeks", "1y", "10 ms", "2min", "1 minute", "5 fortnights", "s"):
    try:
        print(text, parse_timespan(text))
    except InvalidTimespan as problem:
        print(problem)
for number in (0, 1, 5, 100, 1000, 1024, 123456, 10 ** 9, 5 * 10 ** 12 + 7):
    print(number, format_size(number), format_size(number, binary=True), format_size(number, keep_width=True), format_number(number),
          format_length(number / 100))
for seconds in (0, 1, 1.25, 59.99, 60, 61, 3600, 3725, 90061, 10 ** 7, 10 ** 9, 60.5):
    print(seconds, format_timespan(seconds), "|", format_timespan(seconds, detailed=True), "|", format_timespan(seconds, max_units=1))
print(format_timespan(datetime.timedelta(hours=5)), pluralize(1, "child", "children"), pluralize(2, "child", "children"),
      concatenate(["a", "b", "c"]), concatenate(["a"]), format_number(-1234567.891), format_number(12.0))
