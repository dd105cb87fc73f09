import logging, sys
logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(levelname)s [%(name)s] %(message)s")
logging.debug("d"); logging.getLogger("sub").info("i"); logging.warning("w")
logging.basicConfig(level=logging.ERROR); logging.info("still")
print(logging.root.level, len(logging.root.handlers), logging.getLogger().name)
logging.disable(logging.WARNING); logging.warning("off"); logging.error("on"); logging.disable(logging.NOTSET)
