"""Warnings on stderr, filtered."""

filters = []
_shown = set()


def _matches(rule, message, category):
    import re

    action, pattern, kind = rule
    return issubclass(category, kind) and (not pattern or re.match(pattern, str(message), re.I))


def warn(message, category=None, stacklevel=1, source=None, **options):
    if isinstance(message, Warning):
        category = type(message)
    category = category or UserWarning
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError(f"category must be a Warning subclass, not {type(category).__name__!r}")
    action = "default" if not issubclass(category, (DeprecationWarning, PendingDeprecationWarning, ImportWarning,
                                                    ResourceWarning)) else "ignore"
    for rule in filters:
        if _matches(rule, message, category):
            action = rule[0]
            break
    if action == "error":
        raise message if isinstance(message, Warning) else category(message)
    if action == "ignore":
        return
    if action in ("default", "once", "module"):
        key = (str(message), category)
        if key in _shown:
            return
        _shown.add(key)
    showwarning(message, category, "<script>", 0)


def warn_explicit(message, category, filename, lineno, *args, **keywords):
    warn(message, category)


def formatwarning(message, category, filename, lineno, line=None):
    return f"{filename}:{lineno}: {category.__name__}: {message}\n"


def showwarning(message, category, filename, lineno, file=None, line=None):
    import sys

    if _recording:
        _recording[-1].append(WarningMessage(message, category, filename, lineno))
        return
    (file or sys.stderr).write(f"{category.__name__}: {message}\n")


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    assert action in ("error", "ignore", "always", "default", "module", "once"), f"invalid action: {action!r}"
    rule = (action, message, category)
    filters.append(rule) if append else filters.insert(0, rule)


def simplefilter(action, category=Warning, lineno=0, append=False):
    filterwarnings(action, "", category, append=append)


def resetwarnings():
    filters.clear()


class WarningMessage:
    def __init__(self, message, category, filename, lineno):
        self.message = message if isinstance(message, Warning) else category(message)
        self.category, self.filename, self.lineno = category, filename, lineno


_recording = []


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record, self._action, self._category = record, action, category

    def __enter__(self):
        self._saved = filters[:]
        if self._action is not None:
            simplefilter(self._action, self._category)
        if self._record:
            _recording.append([])
            return _recording[-1]

    def __exit__(self, *info):
        filters[:] = self._saved
        if self._record:
            _recording.pop()


def deprecated(message, /, **options):
    return lambda decorated: decorated
