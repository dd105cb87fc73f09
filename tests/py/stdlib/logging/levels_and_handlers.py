import logging, sys
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
log = logging.getLogger("a.b"); log.addHandler(h); log.setLevel(logging.INFO); log.propagate = False
log.debug("no"); log.info("yes %s %d", "x", 5); log.warning("w"); log.error("e %(k)s", {"k": 1}); log.critical("c"); log.log(25, "odd")
print(log.isEnabledFor(10), log.getEffectiveLevel(), logging.getLevelName(30), logging.getLevelName("ERROR"), logging.getLevelName(25), log.name, log.parent.name, logging.getLogger("a.b") is log, repr(log))
logging.addLevelName(25, "NOTE"); log.log(25, "named")
