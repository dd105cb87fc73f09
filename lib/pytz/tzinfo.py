"""pytz.tzinfo: zones over zoneinfo."""

import datetime
import zoneinfo


class BaseTzInfo(datetime.tzinfo):
    zone = None

    def __str__(self):
        return self.zone

    def localize(self, dt, is_dst=False):
        if dt.tzinfo is not None:
            raise ValueError("Not naive datetime (tzinfo is already set)")
        return dt.replace(tzinfo=self, fold=0 if is_dst else self._second(dt))

    def _second(self, dt):
        """Of a time that comes twice: the later one, which is standard time."""
        return 0

    def normalize(self, dt, is_dst=False):
        if dt.tzinfo is None:
            raise ValueError("Naive time - no tzinfo set")
        return dt.astimezone(self)


class DstTzInfo(BaseTzInfo):
    def __init__(self, zone):
        self.zone, self._info = zone, zoneinfo.ZoneInfo(zone)

    def _second(self, dt):
        first, second = (self._info.utcoffset(dt.replace(fold=n)) for n in (0, 1))
        return 1 if first != second else 0

    def utcoffset(self, dt, is_dst=None):
        return None if dt is None else self._info.utcoffset(dt.replace(tzinfo=self._info))

    def dst(self, dt, is_dst=None):
        return None if dt is None else self._info.dst(dt.replace(tzinfo=self._info))

    def tzname(self, dt, is_dst=None):
        return self.zone if dt is None else self._info.tzname(dt.replace(tzinfo=self._info))

    def fromutc(self, dt):
        return self._info.fromutc(dt.replace(tzinfo=self._info)).replace(tzinfo=self)

    def __repr__(self):
        return f"<DstTzInfo {self.zone!r}>"

    def __reduce__(self):
        import pytz

        return pytz.timezone, (self.zone,)


class StaticTzInfo(DstTzInfo):
    def __repr__(self):
        return f"<StaticTzInfo {self.zone!r}>"
