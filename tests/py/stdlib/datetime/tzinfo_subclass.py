from datetime import tzinfo, timedelta, datetime, timezone, time
class Fixed(tzinfo):
    def __init__(self, h, name): self.h, self.name = h, name
    def utcoffset(self, dt): return timedelta(hours=self.h)
    def dst(self, dt): return timedelta(0)
    def tzname(self, dt): return self.name
    def __repr__(self): return f"Fixed({self.h})"
z = Fixed(3, "XST")
a = datetime(2024, 5, 6, 7, 8, tzinfo=z)
print(a, repr(a), a.tzname(), a.dst(), a.astimezone(timezone.utc), a.astimezone(Fixed(-2, "Y")), time(1, 2, tzinfo=z), a.strftime("%Z %z"))
class Bad(tzinfo):
    def utcoffset(self, dt): return 5
for f in (lambda: datetime(2024, 1, 1, tzinfo=Bad()).utcoffset(), lambda: tzinfo().utcoffset(None), lambda: datetime(2024, 1, 1, tzinfo=tzinfo()).isoformat(), lambda: datetime.now(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
