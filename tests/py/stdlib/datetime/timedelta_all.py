from datetime import timedelta
t = timedelta(days=1.5, hours=-3, seconds=0.1, milliseconds=7, microseconds=0.6, minutes=2, weeks=1)
print(t, repr(t), t.days, t.seconds, t.microseconds, t.total_seconds())
print(-t, abs(-t), t * 2, t * 1.5, t / 2, t / timedelta(hours=1), t // timedelta(hours=5), t % timedelta(hours=5), divmod(t, timedelta(days=2)), t // 7, 3 * t, +t, bool(timedelta(0)), t > timedelta(1))
for v in (timedelta(0), timedelta(-1), timedelta(days=1), timedelta(days=-1, seconds=5), timedelta(seconds=3661, microseconds=5), timedelta(days=2)):
    print(str(v), repr(v), hash(v) == hash(timedelta(v.days, v.seconds, v.microseconds)))
print(timedelta.min, timedelta.max, timedelta.resolution, sum([timedelta(1), timedelta(2)], timedelta()), timedelta(microseconds=1.5), timedelta(microseconds=2.5))
for f in (lambda: timedelta(days=10 ** 10), lambda: t + 1, lambda: t / 0, lambda: t * "x", lambda: timedelta("1"), lambda: t < 1, lambda: t % 0, lambda: timedelta.max * 2, lambda: t // timedelta(0)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
