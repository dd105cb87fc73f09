import calendar
print(calendar.month(2024, 2))
print(calendar.TextCalendar(calendar.SUNDAY).formatmonth(2023, 10))
print(calendar.calendar(2024)[:200])
print(calendar.weekheader(3))
