"""The rarer parts of logging and logging.config."""

import logging


class LoggerAdapter:
    __class_getitem__ = classmethod(type(list[int]))
    def __init__(self, logger, extra=None, merge_extra=False):
        self.logger, self.extra, self.merge_extra = logger, extra, merge_extra

    def process(self, msg, kwargs):
        kwargs["extra"] = {**(self.extra or {}), **kwargs.get("extra", {})} if self.merge_extra else self.extra
        return msg, kwargs

    def log(self, level, msg, *args, **kwargs):
        if self.logger.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def debug(self, msg, *args, **kwargs):
        self.log(10, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(20, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(30, msg, *args, **kwargs)

    warn = warning

    def error(self, msg, *args, **kwargs):
        self.log(40, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(40, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(50, msg, *args, **kwargs)

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        self.logger.setLevel(level)

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    @property
    def name(self):
        return self.logger.name


class BufferingFormatter:
    def __init__(self, linefmt=None):
        self.linefmt = linefmt or logging.Formatter()

    def format(self, records):
        return "".join(self.linefmt.format(record) for record in records)


def getLogRecordFactory():
    return logging.LogRecord


def setLogRecordFactory(factory):
    pass


def getHandlerByName(name):
    return None


def getChildren(logger):
    return set()


def _parser_text(parser):
    lines = []
    for section in parser.sections():
        lines.append(f"[{section}]")
        for name, value in parser.items(section, raw=True):
            lines.append(name + " = " + str(value).replace("\n", "\n    "))
    return "\n".join(lines) + "\n"


def _resolve(name):
    if callable(name):
        return name
    if name.startswith("ext://"):
        name = name[6:]
    from importlib import import_module

    parts = name.split(".")
    for count in range(len(parts) - 1, 0, -1):
        try:
            found = import_module(".".join(parts[:count]))
        except ImportError:
            continue
        for part in parts[count:]:
            found = getattr(found, part)
        return found
    raise ValueError(f"Cannot resolve {name!r}")


def _options(config):
    return {key: _resolve(value) if isinstance(value, str) and value.startswith("ext://") else value
            for key, value in config.items() if isinstance(key, str) and key.isidentifier()}


def _custom(config):
    made = _resolve(config["()"])(**_options({k: v for k, v in config.items() if k != "()"}))
    for name, value in (config.get(".") or {}).items():
        setattr(made, name, value)
    return made


def _formatter(config):
    if "()" in config:
        try:
            return _custom(config)
        except TypeError as error:  # the name that the keyword has in configurations is not that of the parameter
            if "'format'" not in str(error):
                raise
            return _custom({"fmt" if key == "format" else key: value for key, value in config.items()})
    make = _resolve(config["class"]) if config.get("class") else logging.Formatter
    more = {"defaults": config["defaults"]} if config.get("defaults") else {}
    validate = (config["validate"],) if "validate" in config else ()
    return make(config.get("format"), config.get("datefmt"), config.get("style", "%"), *validate, **more)


def _make_handler(name, options):
    """rich.logging.RichHandler: a handler of a package that is not here writes to the console, as plain text."""
    import sys

    package = name.partition(".")[0] if isinstance(name, str) else ""
    if package and package not in sys.modules:
        try:
            __import__(package)
        except ImportError:
            return logging.StreamHandler()
    return _resolve(name)(**options)


def _handler(config, formatters, filters):
    config = dict(config)
    formatter, level, chosen = config.pop("formatter", None), config.pop("level", None), config.pop("filters", ())
    factory = config.pop("()", None)
    handler = _make_handler(config.pop("class") if factory is None else factory, _options(config))
    if formatter:
        handler.setFormatter(formatters[formatter])
    if level is not None:
        handler.setLevel(level)
    for name in chosen:
        handler.addFilter(filters[name])
    return handler


def _configure(logger, config, handlers, filters, incremental=False):
    if config.get("level") is not None:
        logger.setLevel(config["level"])
    if incremental:
        return
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
    for name in config.get("handlers", ()):
        if name not in handlers:
            raise ValueError(f"Unable to add handler {name!r}")
        logger.addHandler(handlers[name])
    for name in config.get("filters", ()):
        logger.addFilter(filters[name])


def check_format(fmt, style):
    """Refuses a format of the styles "{" and "$" that names nothing, or not as it should."""
    import re

    if style == "$":
        found = re.findall(r"\$(\$|(?:[_a-zA-Z][_a-zA-Z0-9]*)|\{[_a-zA-Z][_a-zA-Z0-9]*\})?", fmt)
        if "" in found:
            raise ValueError("invalid format: bare '$' not allowed")
        if not any(name != "$" for name in found):
            raise ValueError("invalid format: no fields")
        return
    from string import Formatter

    fields = set()
    try:
        for _, name, spec, conversion in Formatter().parse(fmt):
            if name:
                if not re.fullmatch(r"(\d+|\w+)(\.\w+|\[[^]]+\])*", name):
                    raise ValueError(f"invalid field name/expression: {name!r}")
                fields.add(name)
            if conversion and conversion not in "rsa":
                raise ValueError(f"invalid conversion: {conversion!r}")
            if spec and not re.fullmatch(r"(.?[<=>^])?[+ -]?#?0?(\d+|{\w+})?[,_]?(\.(\d+|{\w+}))?[bcdefgnosx%]?", spec, re.I):
                raise ValueError(f"bad specifier: {spec!r}")
    except ValueError as error:
        raise ValueError(f"invalid format: {error}") from None
    if not fields:
        raise ValueError("invalid format: no fields")


def _made(kind, make, config):
    found = {}
    for name, one in config.get(kind + "s", {}).items():
        try:
            found[name] = make(one)
        except PermissionError:
            raise
        except Exception as error:
            raise ValueError(f"Unable to configure {kind} {name!r}") from error
    return found


def dictConfig(config):
    if "version" not in config:
        raise ValueError("dictionary doesn't specify a version")
    if config["version"] != 1:
        raise ValueError("Unsupported version: %s" % config["version"])
    formatters = _made("formatter", _formatter, config)
    filters = _made("filter", lambda one: _custom(one) if "()" in one else logging.Filter(one.get("name", "")), config)
    handlers = {}
    for name in sorted(config.get("handlers", {})):
        try:
            handlers[name] = _handler(config["handlers"][name], formatters, filters)
            handlers[name].name = name
        except PermissionError:
            raise
        except Exception as error:
            raise ValueError(f"Unable to configure handler {name!r}") from error
    existing = dict(logging.root.manager.loggerDict)
    named = config.get("loggers", {})
    for name, one in named.items():
        logger = logging.getLogger(name)
        try:
            _configure(logger, one, handlers, filters)
        except Exception as error:
            raise ValueError(f"Unable to configure logger {name!r}") from error
        logger.propagate = one.get("propagate", True)
        logger.disabled = False
    if "root" in config:
        try:
            _configure(logging.root, config["root"], handlers, filters)
        except Exception as error:
            raise ValueError("Unable to configure root logger") from error
    for name, logger in existing.items():
        if name in named:
            continue
        if any(name.startswith(one + ".") for one in named):
            logger.setLevel(0)
            for handler in logger.handlers[:]:
                logger.removeHandler(handler)
            logger.propagate = True
        else:
            logger.disabled = config.get("disable_existing_loggers", True)


class DictConfigurator:
    def __init__(self, config):
        self.config = config

    def configure(self):
        dictConfig(self.config)


def listen(*args, **keywords):
    raise PermissionError("logging.config.listen() is refused: scripts may not open connections")


def stopListening():
    pass
