import calendar
print(calendar.monthcalendar(2024, 2))
print(calendar.Calendar(6).monthdayscalendar(2023, 10))
print([d.isoformat() for d in calendar.Calendar().itermonthdates(2024, 2)][:4])
print(list(calendar.Calendar().itermonthdays(2024, 9))[:7], list(calendar.Calendar().iterweekdays()))
