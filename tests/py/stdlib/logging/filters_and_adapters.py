import logging, sys
log = logging.getLogger("f"); log.propagate = False; h = logging.StreamHandler(sys.stdout); log.addHandler(h); log.setLevel(1)
class F(logging.Filter):
    def filter(self, r): return "secret" not in r.getMessage()
log.addFilter(F()); log.info("plain"); log.info("secret")
h.addFilter(lambda r: r.levelno > 10); log.debug("low"); log.info("high")
a = logging.LoggerAdapter(log, {"who": "me"}); h.setFormatter(logging.Formatter("%(who)s %(message)s")); a.info("hi")
