"""What urllib.parse gives for URLs taken apart, as texts and as bytes."""

import urllib.parse
from collections import namedtuple

_Defrag = namedtuple("_DefragResultBase", "url fragment")
_Split = namedtuple("_SplitResultBase", "scheme netloc path query fragment")
_Parse = namedtuple("_ParseResultBase", "scheme netloc path params query fragment")


class _Result:
    """Who and where, out of a netloc; `_marks` are in the kind of its text, as are the results."""
    __slots__ = ()
    _marks = "@", ":", "[", "]", "%"

    def encode(self, encoding="ascii", errors="strict"):
        return self._encoded_counterpart(*(part.encode(encoding, errors) for part in self))

    @property
    def _userinfo(self):
        at, colon = self._marks[:2]
        info, has_info, _ = self.netloc.rpartition(at)
        if not has_info:
            return None, None
        name, has_password, password = info.partition(colon)
        return name, password if has_password else None

    @property
    def _hostinfo(self):
        at, colon, opening, closing, _ = self._marks
        place = self.netloc.rpartition(at)[2]
        _, is_bracketed, inner = place.partition(opening)
        if is_bracketed:
            host, _, rest = inner.partition(closing)
            port = rest.partition(colon)[2]
        else:
            host, _, port = place.partition(colon)
        return host, port or None

    @property
    def username(self):
        return self._userinfo[0]

    @property
    def password(self):
        return self._userinfo[1]

    @property
    def hostname(self):
        host = self._hostinfo[0]
        if not host:
            return None
        name, percent, zone = host.partition(self._marks[4])
        return name.lower() + percent + zone

    @property
    def port(self):
        port = self._hostinfo[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        if int(port) > 65535:
            raise ValueError("Port out of range 0-65535")
        return int(port)


class DefragResult(_Defrag):
    __slots__ = ()
    encode = _Result.encode

    def geturl(self):
        hash = "#" if isinstance(self.url, str) else b"#"
        return self.url + hash + self.fragment if self.fragment else self.url


class SplitResult(_Split, _Result):
    __slots__ = ()

    def geturl(self):
        return urllib.parse.urlunsplit(self)


class ParseResult(_Parse, _Result):
    __slots__ = ()

    def geturl(self):
        return urllib.parse.urlunparse(self)


class _BytesResult:
    __slots__ = ()
    _marks = b"@", b":", b"[", b"]", b"%"

    def decode(self, encoding="ascii", errors="strict"):
        return self._decoded_counterpart(*(part.decode(encoding, errors) for part in self))


for _name in "_userinfo", "_hostinfo", "username", "password", "hostname", "port":
    setattr(_BytesResult, _name, getattr(_Result, _name))


def _counterpart(base, text):
    text.__module__ = "urllib.parse"
    made = type(text.__name__ + "Bytes", (base, _BytesResult), {"__slots__": (), "__module__": "urllib.parse",
                                                               "geturl": text.geturl, "_decoded_counterpart": text})
    text._encoded_counterpart = made
    return made


DefragResultBytes = _counterpart(_Defrag, DefragResult)
SplitResultBytes = _counterpart(_Split, SplitResult)
ParseResultBytes = _counterpart(_Parse, ParseResult)
