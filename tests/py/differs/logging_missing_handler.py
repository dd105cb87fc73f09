# dictConfig with a handler of a package that is not here: plain text on the console instead.
import io
import logging
import logging.config
import sys

sys.stderr = io.StringIO()
logging.config.dictConfig({
    "version": 1,
    "formatters": {"f": {"format": "%(levelname)s %(message)s"}},
    "handlers": {"rich": {"class": "rich_text.logging.RichHandler", "formatter": "f", "level": "INFO", "rich_tracebacks": True}},
    "root": {"handlers": ["rich"], "level": "DEBUG"},
})
logging.getLogger("a").debug("no")
logging.getLogger("a").info("yes")
print(sys.stderr.getvalue())
try:
    logging.config.dictConfig({"version": 1, "handlers": {"x": {"class": "logging.NoSuchHandler"}}, "root": {"handlers": ["x"]}})
except ValueError as problem:
    print(problem)
# expect: INFO yes
# expect:
# expect: Unable to configure handler 'x'
