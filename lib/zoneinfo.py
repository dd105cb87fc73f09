"""Time zones from the system's TZif files."""

import os
from datetime import datetime, timedelta, tzinfo

TZPATH = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")


class ZoneInfoNotFoundError(KeyError):
    pass


def _read(data):
    """(transition times, offsets by transition, first offset): of the 64-bit block."""
    import struct

    def header(at):
        return struct.unpack(">6l", data[at + 20:at + 44])

    isut, isstd, leap, times, types, chars = header(0)
    at = 44 + times * 5 + types * 6 + chars + leap * 8 + isstd + isut
    if data[4:5] < b"2":
        raise ValueError("old TZif file")
    isut, isstd, leap, times, types, chars = header(at)
    at += 44
    moments = struct.unpack(f">{times}q", data[at:at + times * 8])
    kinds = data[at + times * 8:at + times * 9]
    at += times * 9
    rows = [struct.unpack(">lBB", data[at + i * 6:at + i * 6 + 6]) for i in range(types)]
    names = data[at + types * 6:at + types * 6 + chars]
    infos = [(offset, bool(dst), names[i:names.index(b"\0", i)].decode()) for offset, dst, i in rows]
    at += types * 6 + chars + leap * 12 + isstd + isut
    return list(moments), [infos[k] for k in kinds], infos[0], data[at:].strip(b"\n").decode()


class ZoneInfo(tzinfo):
    _cache = {}

    def __new__(cls, key):
        if key in ZoneInfo._cache:
            return ZoneInfo._cache[key]
        for folder in TZPATH:
            path = os.path.join(folder, key)
            if ".." not in key and os.path.isfile(path):
                with open(path, "rb") as file:
                    data = file.read()
                break
        else:
            raise ZoneInfoNotFoundError(f"No time zone found with key {key}")
        self = tzinfo.__new__(cls)
        self.key = key
        self._times, self._infos, self._first, self._rule = _read(data)
        ZoneInfo._cache[key] = self
        return self

    def _at(self, seconds):
        from bisect import bisect_right

        i = bisect_right(self._times, seconds)
        if i == 0:
            return self._first
        if i == len(self._times) and "," in self._rule:
            return self._by_cycle(seconds)
        return self._infos[i - 1]

    def _by_cycle(self, seconds):
        """Behind the table: the rules of the same day of a 400-year cycle are those of its last years."""
        from bisect import bisect_right

        while seconds > self._times[-1]:
            seconds -= 28 * 365 * 86400 + 7 * 86400
        i = bisect_right(self._times, seconds)
        return self._infos[i - 1] if i else self._first

    def _info(self, moment):
        if moment is None:
            return None
        local = (moment.replace(tzinfo=None, fold=0) - datetime(1970, 1, 1)).total_seconds()
        late = self._at(local - self._at(local)[0])
        early = self._at(local - self._at(local - 86400)[0])
        for info in ((early, late) if not moment.fold else (late, early)):
            if self._at(local - info[0]) == info:
                return info
        return early if not moment.fold else late

    def utcoffset(self, dt):
        info = self._info(dt)
        return None if info is None else timedelta(seconds=info[0])

    def dst(self, dt):
        info = self._info(dt)
        return None if info is None else timedelta(hours=1) if info[1] else timedelta(0)

    def tzname(self, dt):
        info = self._info(dt)
        return None if info is None else info[2]

    def fromutc(self, dt):
        seconds = (dt.replace(tzinfo=None) - datetime(1970, 1, 1)).total_seconds()
        return dt + timedelta(seconds=self._at(seconds)[0])

    def __str__(self):
        return self.key

    def __repr__(self):
        return f"zoneinfo.ZoneInfo(key={self.key!r})"


def available_timezones():
    return set()
