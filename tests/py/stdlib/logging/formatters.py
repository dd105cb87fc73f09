import logging
r = logging.LogRecord("n", 20, "/p/file.py", 7, "m %s", ("a",), None)
print(r.getMessage(), r.levelname, r.filename, r.module, r.lineno, r.pathname)
r.created = 0.5; r.msecs = 500
for f in (logging.Formatter(), logging.Formatter("%(levelname)-8s|%(message)s"), logging.Formatter("{levelname} {message}", style="{"), logging.Formatter("$message", style="$")):
    print(f.format(r))
import time
f = logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%d"); f.converter = time.gmtime; print(f.format(r))
g = logging.Formatter("%(asctime)s"); g.converter = time.gmtime; print(g.format(r))
