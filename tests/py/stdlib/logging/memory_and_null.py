import logging, logging.handlers, sys
t = logging.StreamHandler(sys.stdout); m = logging.handlers.MemoryHandler(10, target=t)
log = logging.getLogger("mem"); log.propagate = False; log.addHandler(m); log.addHandler(logging.NullHandler())
log.warning("kept"); print("before"); m.flush(); log.error("flushes by level")
print(log.hasHandlers(), log.handlers[0] is m); log.removeHandler(m); print(len(log.handlers))
