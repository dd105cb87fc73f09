import logging
import logging.config


class Own(logging.Formatter):
    def __init__(self, fmt=None, datefmt=None, style="%", extra=None):
        super().__init__(fmt, datefmt, style)
        self.extra = extra

    def format(self, record):
        return f"{self.extra}:" + super().format(record)


class Refuses(logging.Formatter):
    def __init__(self, fmt=None):
        raise TypeError("no such thing")


config = {
    "version": 1,
    "formatters": {
        "own": {"()": Own, "format": "%(levelname)s %(message)s", "extra": "x"},  # format is called fmt there
        "with_defaults": {"format": "%(message)s %(who)s", "defaults": {"who": "me"}},
        "braces": {"format": "{message}!", "style": "{", "validate": True},
        "dotted": {"()": Own, ".": {"extra": "dotted"}, "format": "[%(message)s]"},
    },
    "handlers": {},
    "root": {"level": "INFO", "handlers": ["own", "with_defaults", "braces", "dotted"]},
}
for name in config["formatters"]:
    config["handlers"][name] = {"class": "logging.StreamHandler", "formatter": name, "stream": "ext://sys.stdout"}
logging.config.dictConfig(config)
logging.info("hello")

for kind, wrong in (("formatters", {"()": Refuses}), ("filters", {"()": Refuses})):
    try:
        logging.config.dictConfig({"version": 1, kind: {"wrong": wrong}})
    except ValueError as error:
        print(error, "|", error.__cause__)
