"""A stand-in for pytz, over zoneinfo. A zone that is given to datetime() as tzinfo has its offset of that time, not the
local mean time of pytz, and adding days to a time keeps the clock, where pytz keeps the offset until normalize()."""

__incomplete__ = True

import datetime as _datetime
import zoneinfo as _zoneinfo

from pytz.exceptions import (AmbiguousTimeError, InvalidTimeError, NonExistentTimeError,  # noqa: F401
                             UnknownTimeZoneError)
from pytz.tzinfo import BaseTzInfo, DstTzInfo, StaticTzInfo

__version__ = VERSION = "2025.2"
_REGIONS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Canada", "Europe", "Indian",
            "Pacific", "US")
_zones = {}


class _UTC(BaseTzInfo):
    zone = "UTC"

    def utcoffset(self, dt):
        return _datetime.timedelta(0)

    def dst(self, dt):
        return _datetime.timedelta(0)

    def tzname(self, dt):
        return "UTC"

    def fromutc(self, dt):
        return dt.replace(tzinfo=self) if dt.tzinfo is None else dt

    def __repr__(self):
        return "<UTC>"


UTC = utc = _UTC()


class _FixedOffset(_datetime.tzinfo):
    zone = None

    def __init__(self, minutes):
        if abs(minutes) >= 1440:
            raise ValueError("absolute offset is too large", minutes)
        self._minutes, self._offset = minutes, _datetime.timedelta(minutes=minutes)

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return _datetime.timedelta(0)

    def tzname(self, dt):
        return None

    def __repr__(self):
        return f"pytz.FixedOffset({self._minutes})"

    def localize(self, dt, is_dst=False):
        if dt.tzinfo is not None:
            raise ValueError("Not naive datetime (tzinfo is already set)")
        return dt.replace(tzinfo=self)

    def normalize(self, dt, is_dst=False):
        if dt.tzinfo is None:
            raise ValueError("Naive time - no tzinfo set")
        return dt.astimezone(self)


def FixedOffset(offset):
    return UTC if offset == 0 else _FixedOffset(offset)


def timezone(zone):
    if zone is None:
        raise UnknownTimeZoneError(None)
    if zone.upper() == "UTC":
        return utc
    if zone not in _zones:
        known = zone if zone in _known() else {name.lower(): name for name in _known()}.get(zone.lower())
        if known is None:
            raise UnknownTimeZoneError(zone)
        fixed = known.startswith("Etc/") or "/" not in known and known in ("GMT", "EST", "MST", "HST")
        _zones[zone] = (StaticTzInfo if fixed else DstTzInfo)(known)
    return _zones[zone]


def _known():
    if "known" not in _lists:
        _lists["known"] = _zoneinfo.available_timezones()
    return _lists["known"]


_lists = {}


def __getattr__(name):
    if name in ("all_timezones", "all_timezones_set"):
        found = sorted(_known())
    elif name in ("common_timezones", "common_timezones_set"):
        found = sorted(n for n in _known() if n in ("GMT", "UTC") or n.split("/")[0] in _REGIONS and "/" in n)
    else:
        raise AttributeError(f"module 'pytz' has no attribute {name!r}")
    return set(found) if name.endswith("_set") else found
