# Log lines with counts, times and percentages.
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)-7s [%(name)s] %(message)s")
log = logging.getLogger("alembic.runtime.migration")
for done in range(0, 101, 40):
    log.info("Updated %d of %d rows (%.1f%%)", done, 100, done)
log.warning("Skipping %r: %s", {"id": 1}, "no name")
log.debug("not shown %s", object())
try:
    int("x")
except ValueError:
    log.error("bad value", exc_info=False)
log.log(logging.CRITICAL, "%(a)s and %(b)05.1f", {"a": "x", "b": 2.25})
logging.getLogger("child.of").info("no args with %s")
log.setLevel("ERROR")
log.warning("hidden")
print(log.isEnabledFor(logging.WARNING), log.getEffectiveLevel(), logging.getLevelName(30), log.level)
