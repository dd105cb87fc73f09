"""Time zones from the system's TZif files: transitions from the table, then by the rule at the file's end."""

import os
import re
from bisect import bisect_right
from datetime import datetime, timedelta, tzinfo

__all__ = ["ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError", "InvalidTZPathWarning"]

_DEFAULT_PATH = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")
TZPATH = tuple(part for part in os.environ.get("PYTHONTZPATH", "").split(os.pathsep) if part) or _DEFAULT_PATH
_EPOCH = datetime(1970, 1, 1)
_DAY = 86400


class ZoneInfoNotFoundError(KeyError):
    """No zone of this name."""


class InvalidTZPathWarning(RuntimeWarning):
    """A relative path for time zones."""


def reset_tzpath(to=None):
    global TZPATH
    if to is not None:
        if isinstance(to, (str, bytes)):
            raise TypeError(f"tzpath must be a list or tuple, not {type(to)}: {to!r}")
        for part in to:
            if not os.path.isabs(part):
                raise ValueError(f"tzpaths must be absolute paths, but found relative paths: {part!r}")
    TZPATH = _DEFAULT_PATH if to is None else tuple(to)


# --- files


class _Info:
    """What holds between two transitions."""

    def __init__(self, offset, is_dst, name):
        self.offset, self.is_dst, self.name = offset, is_dst, name
        self.utcoffset, self.dst = timedelta(seconds=offset), timedelta(0)


class _Table:
    """Moments of transition in UTC, and as clocks show them before (fold 0) and after (fold 1)."""

    def __init__(self, moments, infos, first):
        self.moments, self.infos, self.first = moments, infos, first
        before = [first] + infos[:-1]
        self.local = ([m + max(a.offset, b.offset) for m, a, b in zip(moments, before, infos)],
                      [m + min(a.offset, b.offset) for m, a, b in zip(moments, before, infos)])

    def at_local(self, seconds, fold):
        i = bisect_right(self.local[fold], seconds)
        return self.infos[i - 1] if i else self.first

    # (info, whether the clock shows this time for the second time)
    def at_utc(self, seconds):
        i = bisect_right(self.moments, seconds)
        if not i:
            return self.first, 0
        info, last = self.infos[i - 1], self.infos[i - 2] if i > 1 else self.first
        return info, int(last.offset - info.offset > seconds - self.moments[i - 1])


def _header(data, at):
    import struct

    return struct.unpack(">6l", data[at + 20:at + 44])


# the table of the 64-bit block, and the rule behind it
def _read(data):
    import struct

    if data[:4] != b"TZif":
        raise ValueError("Invalid TZif file: magic not found")
    at, width = 0, 4
    if data[4:5] >= b"2":
        isut, isstd, leap, times, types, chars = _header(data, 0)
        at, width = 44 + times * 5 + types * 6 + chars + leap * 8 + isstd + isut, 8
    isut, isstd, leap, times, types, chars = _header(data, at)
    at += 44
    moments = list(struct.unpack(f">{times}{'q' if width == 8 else 'l'}", data[at:at + times * width]))
    at += times * width
    kinds = data[at:at + times]
    at += times
    rows = [struct.unpack(">lBB", data[at + i * 6:at + i * 6 + 6]) for i in range(types)]
    names = data[at + types * 6:at + types * 6 + chars]
    infos = [_Info(offset, bool(dst), names[i:names.index(b"\0", i)].decode()) for offset, dst, i in rows]
    at += types * 6 + chars + leap * (width + 4) + isstd + isut
    chosen = [infos[kind] for kind in kinds]
    first = next((info for info in infos if not info.is_dst), infos[0])
    _set_dst(chosen)
    return _Table(moments, chosen, first), _Rule.parse(data[at:].strip(b"\n").decode() if width == 8 else "")


# daylight saving is the way to the nearest standard time, earlier before later
def _set_dst(chosen):
    for order in (chosen, chosen[::-1]):
        standard = None
        for info in order:
            if not info.is_dst:
                standard = info
            elif standard is not None and not info.dst:
                info.dst = timedelta(seconds=info.offset - standard.offset)
    for info in chosen:
        if info.is_dst and not info.dst:
            info.dst = timedelta(hours=1)


class _Rule:
    """EST5EDT,M3.2.0,M11.1.0: standard time, perhaps daylight saving and when it begins and ends."""

    _PARTS = re.compile(r"(?P<std><[^>]+>|[A-Za-z]+)(?P<offset>[-+0-9:]+)(?:(?P<dst><[^>]+>|[A-Za-z]+)(?P<dstoffset>[-+0-9:]+)?"
                        r",(?P<start>[^,]+),(?P<end>[^,]+))?")

    @classmethod
    def parse(cls, text):
        m = cls._PARTS.fullmatch(text)
        if m is None:
            return None
        self = cls()
        self.standard = _Info(-_clock(m["offset"]), False, m["std"].strip("<>"))
        self.saving, self.tables = None, {}
        if m["dst"]:
            offset = -_clock(m["dstoffset"]) if m["dstoffset"] else self.standard.offset + 3600
            self.saving = _Info(offset, True, m["dst"].strip("<>"))
            self.saving.dst = timedelta(seconds=offset - self.standard.offset)
            self.start, self.end = m["start"], m["end"]
        return self

    # transitions around a year
    def table(self, year):
        if year not in self.tables:
            rows = []
            for one in (year - 1, year, year + 1):
                rows.append((_moment(self.start, one) - self.standard.offset, self.saving))
                rows.append((_moment(self.end, one) - self.saving.offset, self.standard))
            rows.sort(key=lambda row: row[0])
            first = self.standard if rows[0][1] is self.saving else self.saving
            self.tables[year] = _Table([row[0] for row in rows], [row[1] for row in rows], first)
        return self.tables[year]


# "-3:30" -> seconds
def _clock(text):
    sign = -1 if text.startswith("-") else 1
    parts = [int(part) for part in text.lstrip("+-").split(":")] + [0, 0]
    return sign * (parts[0] * 3600 + parts[1] * 60 + parts[2])


# "M3.2.0/2" of a year -> seconds of the local clock since 1970
def _moment(text, year):
    day, _, clock = text.partition("/")
    start = (datetime(year, 1, 1) - _EPOCH).days
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if day.startswith("M"):
        month, week, weekday = map(int, day[1:].split("."))
        first = datetime(year, month, 1)
        start = (first - _EPOCH).days + (weekday - first.isoweekday()) % 7 + 7 * (week - 1)
        if (_EPOCH + timedelta(days=start)).month != month:
            start -= 7
    elif day.startswith("J"):
        number = int(day[1:])
        start += number - 1 + (leap and number >= 60)
    else:
        start += int(day)
    return start * _DAY + (_clock(clock) if clock else 7200)


# --- zones


class ZoneInfo(tzinfo):
    _cache = {}

    def __init_subclass__(cls):
        cls._cache = {}

    def __new__(cls, key):
        if key not in cls._cache:
            cls._cache[key] = cls.no_cache(key)
        return cls._cache[key]

    @classmethod
    def no_cache(cls, key):
        with open(_find(key), "rb") as file:
            self = cls._load(file, key)
        self._by_key = True
        return self

    @classmethod
    def from_file(cls, fobj, /, key=None):
        self = cls._load(fobj, key)
        self._by_key = False
        return self

    @classmethod
    def _load(cls, file, key):
        self = tzinfo.__new__(cls)
        self._key = key
        self._table, self._rule = _read(file.read())
        return self

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        for key in list(cls._cache) if only_keys is None else only_keys:
            cls._cache.pop(key, None)

    key = property(lambda self: self._key)

    def _table_for(self, seconds, year):
        moments = self._table.moments
        if self._rule is not None and (not moments or seconds > moments[-1] + _DAY):
            return self._rule.table(year) if self._rule.saving else _Table([], [], self._rule.standard)
        return self._table

    def _info(self, moment):
        if moment is None:
            if self._rule is not None and not self._rule.saving and not self._table.moments:
                return self._rule.standard
            return None
        if not isinstance(moment, datetime):
            raise TypeError(f"fromutc() argument must be a datetime instance, not {type(moment).__name__}")
        local = moment.replace(tzinfo=None, fold=0) - _EPOCH
        seconds = local.days * _DAY + local.seconds
        return self._table_for(seconds, moment.year).at_local(seconds, moment.fold)

    def utcoffset(self, dt, /):
        info = self._info(dt)
        return info and info.utcoffset

    def dst(self, dt, /):
        info = self._info(dt)
        return info and info.dst

    def tzname(self, dt, /):
        info = self._info(dt)
        return info and info.name

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc() requires a datetime argument")
        if dt.tzinfo is not self:
            raise ValueError("dt.tzinfo is not self")
        utc = dt.replace(tzinfo=None) - _EPOCH
        seconds = utc.days * _DAY + utc.seconds
        info, fold = self._table_for(seconds, dt.year).at_utc(seconds)
        moment = dt + info.utcoffset
        return moment.replace(fold=1) if fold else moment

    def __str__(self):
        return self._key if self._key is not None else repr(self)

    def __repr__(self):
        if self._key is not None:
            return f"zoneinfo.ZoneInfo(key={self._key!r})"
        return "zoneinfo.ZoneInfo.from_file(...)"

    def __reduce__(self):
        if not self._by_key:
            import pickle

            raise pickle.PicklingError("Cannot pickle a ZoneInfo file created from a file object.")
        return type(self), (self._key,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _find(key):
    if os.path.isabs(key):
        raise ValueError(f"ZoneInfo keys may not be absolute paths, got: {key}")
    if not key or os.path.normpath(key) != key:
        raise ValueError(f"ZoneInfo keys must be normalized relative paths, got: {key}")
    if key.startswith(".."):
        raise ValueError(f"ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}")
    for folder in TZPATH:
        path = os.path.join(folder, key)
        if os.path.isfile(path):
            return path
    raise ZoneInfoNotFoundError(f"No time zone found with key {key}")


def available_timezones():
    found = set()
    for root in TZPATH:
        for folder, inner, files in os.walk(root) if os.path.isdir(root) else ():
            if folder == root:
                inner[:] = [name for name in inner if name not in ("right", "posix")]
            for name in files:
                path = os.path.join(folder, name)
                with open(path, "rb") as file:
                    if file.read(4) == b"TZif":
                        found.add(os.path.relpath(path, root))
    found.discard("posixrules")
    return found
