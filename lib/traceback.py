"""Exceptions as text. Lines of source are shown, the marks below parts of a line are not: CPython's follow its own byte code."""

import linecache
import sys

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
           "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb", "clear_frames",
           "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb", "print_list"]

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_missing = object()


# --- stacks


class FrameSummary:
    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None):
        self.filename, self.lineno, self.name = filename, lineno, name
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno, self.end_colno, self._line = colno, end_colno, line
        self.locals = {key: repr(value) for key, value in locals.items()} if locals else None
        if lookup_line:
            self.line

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == (
                other.filename, other.lineno, other.name, other.locals)
        return tuple(self) == other if isinstance(other, tuple) else NotImplemented

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, at):
        return (self.filename, self.lineno, self.name, self.line)[at]

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        made = cls()
        for frame, lineno in _limited(frame_gen, limit):
            code = frame.f_code
            made.append(FrameSummary(code.co_filename, lineno, code.co_name, lookup_line=lookup_lines))
        return made

    @classmethod
    def from_list(cls, a_list):
        made = cls()
        for one in a_list:
            made.append(one if isinstance(one, FrameSummary) else FrameSummary(*one[:3], line=one[3]))
        return made

    def format_frame_summary(self, frame_summary):
        out = f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in {frame_summary.name}\n'
        if frame_summary.line:
            out += f"    {frame_summary.line}\n"
        for name, value in sorted((frame_summary.locals or {}).items()):
            out += f"    {name} = {value}\n"
        return out

    def format(self):
        out, last, count = [], None, 0

        def repeated():
            more = count - 3
            if more > 0:
                out.append(f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n")

        for one in self:
            text = self.format_frame_summary(one)
            if text is None:
                continue
            where = (one.filename, one.lineno, one.name)
            if where != last:
                repeated()
                last, count = where, 0
            count += 1
            if count <= 3:
                out.append(text)
        repeated()
        return out


def _limited(frames, limit):
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        limit = 0 if limit is not None and limit < 0 else limit
    if limit is None:
        return frames
    frames = list(frames)
    return frames[:limit] if limit >= 0 else frames[limit:]


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    while f is not None:
        yield f, f.f_lineno
        f = getattr(f, "f_back", None)


def extract_tb(tb, limit=None):
    return StackSummary.extract(walk_tb(tb), limit=limit)


def extract_stack(f=None, limit=None):
    return StackSummary()


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)


def print_stack(f=None, limit=None, file=None):
    _write(format_stack(f, limit), file)


def clear_frames(tb):
    pass


def _write(lines, file):
    print("".join(lines), file=sys.stderr if file is None else file, end="")


# --- exceptions


def _kind_name(kind):
    if kind.__module__ in ("__main__", "builtins"):
        return kind.__qualname__
    return f"{kind.__module__}.{kind.__qualname__}"


def _final_line(name, value):
    try:
        text = None if value is None else str(value)
    except Exception:
        text = f"<exception str() failed>"
    return f"{name}: {text}\n" if text else f"{name}\n"


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        _seen = set() if _seen is None else _seen
        _seen.add(id(exc_value))
        self.exc_type, self._value = exc_type, exc_value
        self.max_group_width, self.max_group_depth = max_group_width, max_group_depth
        self.stack = StackSummary.extract(walk_tb(exc_traceback), limit=limit, lookup_lines=lookup_lines)
        self._name, self._str = (_kind_name(exc_type), _final_line("", exc_value)[2:-1]) if exc_type else ("NoneType", "None")
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__suppress_context__ = exc_value is not None and exc_value.__suppress_context__
        if exc_type and issubclass(exc_type, SyntaxError):
            self.filename, self.lineno, self.text = exc_value.filename, exc_value.lineno and str(exc_value.lineno), exc_value.text
            self.offset, self.msg = exc_value.offset, exc_value.msg
            self.end_lineno = getattr(exc_value, "end_lineno", None)
            self.end_offset = getattr(exc_value, "end_offset", None)
        options = {"limit": limit, "lookup_lines": lookup_lines, "max_group_width": max_group_width,
                   "max_group_depth": max_group_depth, "_seen": _seen}

        def linked(error):
            if error is None or id(error) in _seen:
                return None
            return TracebackException(type(error), error, error.__traceback__, **options)

        self.__cause__ = linked(getattr(exc_value, "__cause__", None))
        shown = not compact or self.__cause__ is None and not self.__suppress_context__
        self.__context__ = linked(getattr(exc_value, "__context__", None)) if shown else None
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [TracebackException(type(one), one, one.__traceback__, **options) for one in exc_value.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    exc_type_str = property(lambda self: self._name)

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        if self.exc_type is None:
            yield _final_line("NoneType", "None") if self._value is None else _final_line(self._name, self._value)
            return
        if issubclass(self.exc_type, SyntaxError):
            yield from self._syntax_error()
        else:
            yield _final_line(self._name, self._value)[:-1] + _suggestion(self._value) + "\n"
        notes = self.__notes__
        if isinstance(notes, (list, tuple)):
            for note in notes:
                yield from (line + "\n" for line in str(note).split("\n"))
        elif notes is not None:
            yield f"{notes!r}\n"

    def _syntax_error(self):
        where = ""
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
            text = (self.text or "").rstrip("\n")
            if text:
                stripped = text.lstrip(" \n\f")
                yield f"    {stripped}\n"
                if self.offset is not None:
                    end = self.end_offset if self.end_offset not in (None, 0) else self.offset
                    if self.offset == end or end == -1:
                        end = self.offset + 1
                    at = self.offset - 1 - (len(text) - len(stripped))
                    if at >= 0:
                        space = "".join(c if c.isspace() else " " for c in stripped[:at])
                        yield f"    {space}{'^' * (end - self.offset)}\n"
        elif self.filename is not None:
            where = f" ({self.filename})"
        yield f"{self._name}: {self.msg or '<no detail available>'}{where}\n"

    def format(self, *, chain=True):
        yield from self._format(chain, 0)

    def _format(self, chain, depth):
        if chain and self.__cause__ is not None:
            yield from self.__cause__._format(chain, depth)
            yield _indented(_CAUSE, depth)
        elif chain and self.__context__ is not None and not self.__suppress_context__:
            yield from self.__context__._format(chain, depth)
            yield _indented(_CONTEXT, depth)
        if self.exceptions is None:
            if self.stack:
                yield _indented("Traceback (most recent call last):\n", depth)
                yield from (_indented(text, depth) for text in self.stack.format())
            yield from (_indented(text, depth) for text in self.format_exception_only())
        elif depth > self.max_group_depth:
            yield _indented(f"... (max_group_depth is {self.max_group_depth})\n", depth)
        else:
            yield from self._format_group(chain, depth)

    def _format_group(self, chain, depth):
        top = depth == 0
        depth = depth or 1
        if self.stack:
            yield _indented("Exception Group Traceback (most recent call last):\n", depth, "+ " if top else None)
            yield from (_indented(text, depth) for text in self.stack.format())
        yield from (_indented(text, depth) for text in self.format_exception_only())
        count = len(self.exceptions)
        shown = min(count, self.max_group_width)
        for i in range(shown + (count > shown)):
            title = f"{i + 1}" if i < shown else "..."
            rule = "+-+---------------- " if i == 0 else "  +---------------- "
            yield "  " * depth + rule + f"{title} ----------------\n"
            if i < shown:
                yield from self.exceptions[i]._format(chain, depth + 1)
            else:
                more = count - shown
                yield _indented(f"and {more} more exception{'s' if more > 1 else ''}\n", depth + 1)
        last = self.exceptions[shown - 1] if shown == count else None
        if last is None or last.exceptions is None or depth + 1 > self.max_group_depth:
            yield "  " * (depth + 1) + "+------------------------------------\n"

    def print(self, *, file=None, chain=True):
        _write(self.format(chain=chain), file)


def _indented(text, depth, sign=None):
    if not depth:
        return text
    front = "  " * depth + (sign or "| ")
    return "".join(front + line for line in text.splitlines(keepends=True))


def _parse(exc, value, tb):
    if value is _missing and tb is _missing:
        return exc, exc.__traceback__ if exc is not None else None
    if value is _missing or tb is _missing:
        raise ValueError("Both or neither of value and tb must be given")
    return value, tb


def _wrapped(exc, value, tb, **options):
    value, tb = _parse(exc, value, tb)
    if value is None:
        return TracebackException(None, None, tb, **options)
    if not isinstance(value, BaseException):
        raise TypeError(f"Exception expected for value, {type(value).__name__} found")
    return TracebackException(type(value), value, tb, compact=True, **options)


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True, **options):
    return list(_wrapped(exc, value, tb, limit=limit).format(chain=chain))


def _distance(a, b, limit):
    """Changes that make b of a: 2 a character, 1 where only the case differs; more than `limit` is limit + 1."""
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    row = [2 * i for i in range(len(b) + 1)]
    for i, x in enumerate(a):
        before, row[0] = row[0], 2 * (i + 1)
        for j, y in enumerate(b):
            change = 0 if x == y else 1 if x.lower() == y.lower() else 2
            before, row[j + 1] = row[j + 1], min(before + change, row[j + 1] + 2, row[j] + 2)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def _nearest(name, known):
    """The known name that this one may have been meant to be; None when none is near."""
    best, least = None, len(name)
    for one in sorted(known):
        if one == name or not name.startswith("_") and one.startswith("_"):
            continue
        limit = min((len(one) + len(name) + 3) * 2 // 6, least - 1)
        found = _distance(name, one, limit)
        if found <= limit:
            best, least = one, found
    return best


def _missing_name(error):
    """The name that was not found, and those that there are."""
    if isinstance(error, AttributeError) and error.obj is not None:
        return error.name, error.obj
    if isinstance(error, ImportError) and isinstance(error.msg, str) and error.msg.startswith("cannot import name '"):
        return error.msg.split("'")[1], sys.modules.get(error.name)
    return None, None


def _suggestion(error):
    """Behind the text of an error: what a name that is not there may have been meant to be."""
    if isinstance(error, NameError):
        known = isinstance(error.name, str) and error.name in sys.stdlib_module_names
        return f". Did you forget to import '{error.name}'" if known else ""
    name, owner = _missing_name(error)
    if not isinstance(name, str) or owner is None:
        return ""
    try:
        best = _nearest(name, dir(owner))
    except Exception:
        return ""
    return f". Did you mean: {best!r}?" if best else ""


def format_exception_only(exc, /, value=_missing):
    if value is _missing:
        value = exc
    if value is None:
        return ["NoneType: None\n"]
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True, **options):
    _wrapped(exc, value, tb, limit=limit).print(file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_exc") and not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_exc, limit=limit, file=file, chain=chain)
