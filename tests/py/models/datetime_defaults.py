# Defaults of model columns: functions, lambdas, partials, what runs when.
from datetime import date, datetime, timedelta, timezone
from functools import partial

calls = []


def now():
    calls.append("now")
    return datetime(2024, 1, 2, tzinfo=timezone.utc)


utcnow = partial(datetime, 2024, 5, tzinfo=timezone.utc)
DEFAULTS = {"created": now, "expires": lambda: now() + timedelta(days=7), "may": lambda: utcnow(1), "flag": False, "tags": list, "when": date(2024, 1, 1).isoformat}
row = {k: (v() if callable(v) else v) for k, v in DEFAULTS.items()}
print(row, calls)
print(utcnow, utcnow.func is datetime, utcnow.args, utcnow.keywords, callable(now), callable(False), now.__name__, DEFAULTS["expires"].__name__)
print((row["expires"] - row["created"]).total_seconds(), row["expires"].weekday(), f"{row['created']:%d.%m.%Y}", row["created"].timetuple()[:6], (row["created"] + timedelta(hours=25)).isoformat())
