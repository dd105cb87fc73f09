import logging, logging.config
logging.config.dictConfig({"version": 1, "formatters": {"f": {"format": "%(name)s-%(message)s"}}, "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "f", "stream": "ext://sys.stdout", "level": "INFO"}}, "loggers": {"app": {"handlers": ["h"], "level": "DEBUG", "propagate": False}}, "root": {"level": "WARNING"}})
logging.getLogger("app").info("one"); logging.getLogger("app").debug("hidden"); logging.getLogger("app.sub").warning("two")
try:
    logging.config.dictConfig({"version": 2})
except ValueError as e:
    print(e)
