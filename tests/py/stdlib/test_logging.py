import logging, sys, io
from logging.config import dictConfig
s = io.StringIO()
h = logging.StreamHandler(s); h.setFormatter(logging.Formatter("%(levelname)-5.5s [%(name)s] %(message)s"))
log = logging.getLogger("a.b"); log.addHandler(h); log.setLevel(logging.INFO); log.propagate = False
log.debug("no"); log.info("x %s %d", "y", 3); log.warning("dict %(k)s", {"k": 1}); log.error("plain %")
try: 1 / 0
except ZeroDivisionError: log.exception("bad")
print(s.getvalue().splitlines()[:4], "ZeroDivisionError: division by zero" in s.getvalue())
print(log, logging.getLogger("a"), logging.root, log.parent, log.getEffectiveLevel(), log.isEnabledFor(10), logging.getLevelName(30), logging.getLevelName("INFO"))
print(logging.getLogger("a.b") is log, logging.getLogger() is logging.root, log.getChild("c").name, h)
f = logging.Formatter("{levelname}:{message}", style="{"); r = logging.LogRecord("n", 20, "/p/f.py", 3, "m %s", ("q",), None); print(f.format(r), r.getMessage(), r.filename, r.module)
class Up(logging.Filter):
    def filter(self, rec): rec.msg = rec.msg.upper(); return True
log.addFilter(Up()); s.truncate(0); s.seek(0); log.info("up"); print(s.getvalue())
class MyH(logging.Handler):
    def emit(self, rec): print("emit", self.format(rec))
log.addHandler(MyH()); log.warning("two"); log.disabled = True; log.error("none"); log.disabled = False
a = logging.LoggerAdapter(log, {"k": "v"}); a.info("adapted")
dictConfig({"version": 1, "disable_existing_loggers": False, "formatters": {"f": {"format": "DC %(message)s"}}, "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "f", "stream": "ext://sys.stdout"}}, "root": {"level": "INFO", "handlers": ["h"]}})
logging.info("root %s", 1); logging.getLogger("zz").debug("no"); logging.getLogger("zz").warning("zz")
try: log.setLevel("NOPE")
except ValueError as e: print(e)
