from datetime import date, datetime
d = date(2024, 12, 30)
print(d.weekday(), d.isoweekday(), d.isocalendar(), d.isocalendar().week, d.toordinal(), d.timetuple(), d.replace(year=2023), d.replace(day=1), d.ctime(), d.isoformat(), hash(d) == hash(date(2024, 12, 30)))
print(date.fromordinal(1), date.fromisocalendar(2025, 1, 1), date.fromtimestamp(86400), date.min, date.max, date.resolution, d - date(2024, 1, 1), d > date(2024, 1, 1), sorted([d, date(2020, 1, 1)])[0])
for f in (lambda: date(2024, 0, 1), lambda: date(10000, 1, 1), lambda: date("2024", 1, 1), lambda: date.fromordinal(0), lambda: date.fromisocalendar(2024, 54, 1), lambda: date.fromisocalendar(2024, 1, 9), lambda: d < 5, lambda: d + d, lambda: d.replace(month=13), lambda: d - 5):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class D(date):
    def label(self): return f"<{self}>"
print(D(2024, 1, 2).label(), type(D(2024, 1, 2).replace(day=5)).__name__, D.today().__class__.__name__, D.fromisoformat("2024-05-06").label(), isinstance(datetime.now(), date), datetime(2024, 1, 2, 3).date(), datetime.combine(date(2024, 1, 2), datetime(2020, 1, 1, 4, 5).time()))
