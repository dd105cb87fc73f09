# Time stamps moved, compared, parsed and printed.
from datetime import date, datetime, timedelta, timezone


def upgrade():
    start = datetime(2024, 1, 31, 12, 30, tzinfo=timezone.utc)
    step = timedelta(hours=7, minutes=13)
    seen = 0
    texts = 0
    moment = start
    for i in range(60000):
        moment = moment + step
        if moment.weekday() < 5 and moment.hour >= 9:
            seen += 1
        texts += len(moment.isoformat())
        if i % 4 == 0:
            parsed = datetime.fromisoformat(moment.isoformat())
            seen += (parsed - start).days & 1
            texts += len(moment.strftime("%Y-%m-%d %H:%M:%S"))
    day = date(2020, 1, 1)
    for _ in range(40000):
        day = day + timedelta(days=1)
        seen += day.month
    print(seen, texts, moment, day)


upgrade()
