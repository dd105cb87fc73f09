from datetime import datetime, date, timedelta
d = datetime(2024, 2, 28, 23, 30)
print(d + timedelta(hours=1), d - timedelta(days=60), d - datetime(2024, 1, 1), date(2024, 3, 1) - date(2024, 2, 1), date(2024, 1, 31) + timedelta(1))
print(timedelta(days=1, hours=25), timedelta(seconds=-1), timedelta(minutes=90) / 2, timedelta(hours=3) // timedelta(minutes=50), timedelta(hours=3) % timedelta(minutes=50), divmod(timedelta(5), timedelta(2)), timedelta(1) * 2.5, abs(timedelta(-1)), -timedelta(hours=1))
print(timedelta(days=2, seconds=3).total_seconds(), timedelta(hours=1) / timedelta(minutes=1), timedelta(1) > timedelta(hours=23), bool(timedelta()), timedelta.max)
try:
    datetime(9999, 12, 31) + timedelta(1)
except OverflowError as e:
    print(e)
