# Formats that name nothing of a record, in each style; configurations that are none.
import logging
import logging.config


def t(fn, *a):
    try:
        r = fn(*a)
        print(type(r).__name__, r)
    except BaseException as e:
        print(type(e).__name__, e)


def rec(): return logging.LogRecord("n", 20, "p", 1, "m %s", ("z",), None)
for style, fmts in (("%", ["%(message)s", "x", "", "%(message)", "%(message)q", "%%", "%(a b)s", "%(message)-10.5s", "%(levelno)*d", "%(levelno)05.1f", "%(message)S", "%s"]),
                    ("{", ["{message}", "x", "", "{", "{}", "{0}", "{message!r}", "{message!q}", "{message:>10}", "{message:zz}", "{a b}", "{message.x[0]}", "{levelno:,d}", "{{}}", "{message:{levelno}}"]),
                    ("$", ["$message", "${message}", "x", "$", "$$", "$ message", "${message", "$1", ""])):
    for fmt in fmts:
        def f(fmt=fmt, style=style): return type(logging.Formatter(fmt, style=style)).__name__
        print(style, repr(fmt), end=" "); t(f)
        t(lambda: logging.Formatter(fmt, style=style, validate=False) and "ok")
t(lambda: logging.Formatter(None).format(rec())); t(lambda: logging.config.dictConfig({})); t(lambda: logging.config.dictConfig({"version": 1, "root": {"handlers": ["q"]}})); t(lambda: logging.config.dictConfig({"version": 1, "loggers": {"a": {"level": "NOPE"}}})); t(lambda: logging.config.dictConfig({"version": 1, "formatters": {"a": {"format": "zz"}}}))
