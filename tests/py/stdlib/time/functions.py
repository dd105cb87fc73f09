import time
print(time.gmtime(0)[:6], time.gmtime(86400 * 365).tm_yday, time.strftime("%Y-%m-%d %H:%M", time.gmtime(1e9)), time.mktime(time.localtime(1000)) == 1000.0, time.asctime(time.gmtime(0)), time.strptime("2024-02-03", "%Y-%m-%d")[:3], time.time() > 1.6e9, time.monotonic() >= 0, time.perf_counter_ns() > 0, isinstance(time.time_ns(), int), time.strptime("03 Feb 24", "%d %b %y").tm_mon, repr(time.gmtime(0)), time.gmtime(0).tm_isdst)
try:
    time.strptime("x", "%Y")
except ValueError as e:
    print(e)
try:
    time.sleep(-1)
except ValueError as e:
    print(e)
