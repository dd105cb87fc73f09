# What models import beside what they need: colours, errors of http.client, temporary files by their class, the program.
import colorsys
import http.client
import sys
from tempfile import _TemporaryFileWrapper  # noqa: F401

colours = [(r / 4, g / 4, b / 4) for r in range(5) for g in range(5) for b in range(5)]
for there, back in ((colorsys.rgb_to_hsv, colorsys.hsv_to_rgb), (colorsys.rgb_to_hls, colorsys.hls_to_rgb),
                    (colorsys.rgb_to_yiq, colorsys.yiq_to_rgb)):
    print([tuple(round(x, 9) for x in there(*c)) for c in colours])
    print([tuple(round(x, 9) for x in back(*c)) for c in colours])
print(tuple(int(i * 256) for i in colorsys.hsv_to_rgb(0.123, 0.5, 0.95)))
names = [n for n in dir(http.client) if isinstance(getattr(http.client, n), type)
         and issubclass(getattr(http.client, n), Exception)]
print([(n, [c.__name__ for c in getattr(http.client, n).__mro__][1:-2]) for n in names])
print(repr(http.client.IncompleteRead(b"abc", 5)), repr(http.client.IncompleteRead(b"")), http.client.error)
for e in (http.client.BadStatusLine(""), http.client.BadStatusLine("x"), http.client.LineTooLong("header"),
          http.client.RemoteDisconnected("gone"), http.client.UnknownProtocol("HTTP/9")):
    print(repr(e), str(e), e.args)
print(sys.modules["__main__"].__name__, (sys.modules["__main__"].__package__ or "").lower())
