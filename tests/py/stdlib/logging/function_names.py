# logging: where a record comes from; defaults of a Formatter.
import logging
import sys

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(levelname)s %(funcName)s %(module)s %(lineno)d %(filename)s %(user)s: %(message)s", defaults={"user": "nobody"}))
log = logging.getLogger("where")
log.addHandler(handler)
log.setLevel(logging.DEBUG)


def outer():
    log.info("from %s", "outer")
    inner()


def inner():
    log.warning("inner", extra={"user": "kim"})
    log.info("caller", stacklevel=2)


class Thing:
    def method(self):
        log.error("method")


outer()
Thing().method()
log.info("module level")
(lambda: log.info("lambda"))()
print([log.findCaller()[2] for _ in range(1)])
