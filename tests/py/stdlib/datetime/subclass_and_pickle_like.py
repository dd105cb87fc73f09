from datetime import datetime, date, tzinfo, timedelta
class Fixed(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=3)
    def dst(self, dt): return timedelta(0)
    def tzname(self, dt): return "FIX"
d = datetime(2024, 1, 1, 12, tzinfo=Fixed())
print(d, d.tzname(), d.astimezone(Fixed()).hour, d.strftime("%Z%z"))
class D(datetime):
    def nice(self): return f"{self.year}!"
x = D(2024, 1, 1); print(x.nice(), type(x + timedelta(1)).__name__, type(x.replace(day=2)).__name__, x == datetime(2024, 1, 1))
print({date(2024, 1, 1): "a"}[date(2024, 1, 1)], date(2024, 1, 1) == datetime(2024, 1, 1))
