"""time.struct_time, strptime, ctime and asctime."""


class struct_time(tuple):
    _names = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")
    tm_zone = None
    tm_gmtoff = None

    def __getattr__(self, name):
        if name in struct_time._names:
            return self[struct_time._names.index(name)]
        raise AttributeError(f"'time.struct_time' object has no attribute '{name}'")

    def __repr__(self):
        return "time.struct_time(" + ", ".join(f"{n}={v!r}" for n, v in zip(self._names, self)) + ")"


def _make(numbers, zone, offset):
    made = struct_time(numbers)
    made.tm_zone = zone
    made.tm_gmtoff = offset
    return made


def strptime(text, format="%a %b %d %H:%M:%S %Y"):
    from datetime import datetime

    return datetime.strptime(text, format).timetuple()


def asctime(t=None):
    import time

    return time.strftime("%a %b %e %H:%M:%S %Y", time.localtime() if t is None else t)


def ctime(seconds=None):
    import time

    return asctime(time.localtime(seconds))


def tzset():
    pass


def get_clock_info(name):
    raise ValueError("unknown clock")
