"""Exceptions as text."""


def format_exception_only(exc, value=None, **options):
    exc = value if value is not None else exc
    if exc is None:
        return ["NoneType: None\n"]
    kind = type(exc)
    name = kind.__qualname__ if kind.__module__ in ("builtins", "__main__") else f"{kind.__module__}.{kind.__qualname__}"
    text = str(exc)
    lines = [f"{name}: {text}\n" if text else f"{name}\n"]
    return lines + [f"{note}\n" for note in getattr(exc, "__notes__", ())]


def format_exception(exc, value=None, tb=None, limit=None, chain=True, **options):
    exc = value if value is not None else exc
    if isinstance(exc, type) or exc is None:
        return ["NoneType: None\n"]
    lines = []
    if chain and exc.__cause__ is not None:
        lines += format_exception(exc.__cause__)
        lines.append("\nThe above exception was the direct cause of the following exception:\n\n")
    elif chain and exc.__context__ is not None and not exc.__suppress_context__:
        lines += format_exception(exc.__context__)
        lines.append("\nDuring handling of the above exception, another exception occurred:\n\n")
    frames = format_tb(exc.__traceback__)
    if frames:
        lines.append("Traceback (most recent call last):\n")
    return lines + frames + format_exception_only(exc)


def extract_tb(tb, limit=None):
    return list(getattr(tb, "frames", ()) or ())


def format_tb(tb, limit=None):
    return [f'  File "{frame[0]}", line {frame[1]}, in {frame[2]}\n' for frame in extract_tb(tb)]


def _current():
    import sys

    return sys.exception()


def format_exc(limit=None, chain=True):
    return "".join(format_exception(_current(), chain=chain))


def print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True):
    import sys

    (file or sys.stderr).write("".join(format_exception(exc, value, tb, chain=chain)))


def print_exc(limit=None, file=None, chain=True):
    print_exception(_current(), file=file, chain=chain)


def print_stack(f=None, limit=None, file=None):
    pass


def format_stack(f=None, limit=None):
    return []


def extract_stack(f=None, limit=None):
    return []


def print_tb(tb, limit=None, file=None):
    import sys

    (file or sys.stderr).write("".join(format_tb(tb)))


class TracebackException:
    def __init__(self, exc_type, exc_value=None, exc_traceback=None, **options):
        self._exc = exc_value

    @classmethod
    def from_exception(cls, exc, **options):
        return cls(type(exc), exc)

    def format(self, *, chain=True, **options):
        yield from format_exception(self._exc, chain=chain)
