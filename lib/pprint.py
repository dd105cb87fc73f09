"""Values over several lines when one is too short."""

import re


class _Key:
    """Orders what does not order itself: by the name of its class, then by identity."""

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _pair_key(pair):
    return _Key(pair[0]), _Key(pair[1])


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent, self._width, self._depth, self._stream = indent, width, depth, stream
        self._compact, self._sort, self._underscore = compact, sort_dicts, underscore_numbers

    def pprint(self, object):
        text = self.pformat(object) + "\n"
        if self._stream is None:
            print(text, end="")
        else:
            self._stream.write(text)

    def pformat(self, object):
        out = []
        self._format(object, out, 0, 0, set(), 0)
        return "".join(out)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        text, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        state = [True, False]
        return self._repr(object, set(context), level, state), state[0], state[1]

    # --- on one line

    def _repr(self, object, context, level, state=None):
        kind = type(object)
        state = [True, False] if state is None else state
        if kind is int and self._underscore:
            return f"{object:_d}"
        if kind.__repr__ not in (dict.__repr__, list.__repr__, tuple.__repr__) or not isinstance(
                object, (dict, list, tuple)):
            text = repr(object)
            state[0] = state[0] and not text.startswith("<")
            return text
        if not object:
            return repr(object)
        if self._depth is not None and level >= self._depth:
            state[0] = False
            return "{...}" if isinstance(object, dict) else "[...]" if isinstance(object, list) else "(...)"
        if id(object) in context:
            state[0], state[1] = False, True
            return _recursion(object)
        context.add(id(object))
        level += 1
        if isinstance(object, dict):
            items = sorted(object.items(), key=_pair_key) if self._sort else object.items()
            text = "{" + ", ".join([f"{self._repr(k, context, level, state)}: {self._repr(v, context, level, state)}"
                                    for k, v in items]) + "}"
        else:
            parts = ", ".join([self._repr(item, context, level, state) for item in object])
            text = f"[{parts}]" if isinstance(object, list) else f"({parts},)" if len(object) == 1 else f"({parts})"
        context.discard(id(object))
        return text

    # --- over several

    def _format(self, object, out, indent, allowance, context, level):
        if id(object) in context:
            out.append(_recursion(object))
            return
        text = self._repr(object, set(context), level)
        if len(text) > self._width - indent - allowance and not (self._depth is not None and level >= self._depth):
            printer = self._printer(object)
            if printer is not None:
                context.add(id(object))
                printer(object, out, indent, allowance, context, level + 1)
                context.discard(id(object))
                return
        out.append(text)

    def _printer(self, object):
        kind = type(object)
        for base, function in ((dict, self._dict), (list, self._list), (tuple, self._tuple), (str, self._str),
                               (bytes, self._bytes)):
            if isinstance(object, base) and kind.__repr__ is base.__repr__:
                return function
        if isinstance(object, (set, frozenset)) and kind.__repr__ in (set.__repr__, frozenset.__repr__):
            return self._set
        named = {"OrderedDict": self._ordered, "Counter": self._counter, "defaultdict": self._default,
                 "SimpleNamespace": self._namespace, "deque": self._deque, "mappingproxy": self._proxy}
        if kind.__name__ in named and kind.__module__ in ("collections", "types"):
            return named[kind.__name__]
        if getattr(getattr(kind, "__dataclass_params__", None), "repr", False):
            return self._dataclass
        return None

    def _dict(self, object, out, indent, allowance, context, level):
        out.append("{" + " " * (self._indent - 1))
        if len(object):
            items = sorted(object.items(), key=_pair_key) if self._sort else object.items()
            self._pairs(items, out, indent, allowance + 1, context, level)
        out.append("}")

    def _pairs(self, items, out, indent, allowance, context, level):
        indent += self._indent
        items = list(items)
        for i, (key, value) in enumerate(items):
            shown = self._repr(key, set(context), level)
            out.append(shown + ": ")
            self._format(value, out, indent + len(shown) + 2, allowance if i == len(items) - 1 else 1, context, level)
            if i < len(items) - 1:
                out.append(",\n" + " " * indent)

    def _ordered(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        name = type(object).__name__
        out.append(name + "(")
        self._format(dict(object), out, indent + len(name) + 1, allowance + 1, context, level)
        out.append(")")

    def _counter(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        out.append(name + "({" + " " * (self._indent - 1))
        self._pairs(object.most_common(), out, indent + len(name) + 1, allowance + 2, context, level)
        out.append("})")

    def _default(self, object, out, indent, allowance, context, level):
        factory, name = repr(object.default_factory), type(object).__name__
        indent += len(name) + 1
        out.append(f"{name}({factory},\n{' ' * indent}")
        self._dict(object, out, indent, allowance + 1, context, level)
        out.append(")")

    def _proxy(self, object, out, indent, allowance, context, level):
        out.append("mappingproxy(")
        self._format(dict(object), out, indent + 13, allowance + 1, context, level)
        out.append(")")

    def _list(self, object, out, indent, allowance, context, level):
        out.append("[")
        self._items(object, out, indent, allowance + 1, context, level)
        out.append("]")

    def _tuple(self, object, out, indent, allowance, context, level):
        end = ",)" if len(object) == 1 else ")"
        out.append("(")
        self._items(object, out, indent, allowance + len(end), context, level)
        out.append(end)

    def _set(self, object, out, indent, allowance, context, level):
        if type(object) is set:
            left, right = "{", "}"
        else:
            left, right = type(object).__name__ + "({", "})"
            indent += len(type(object).__name__) + 1
        out.append(left)
        self._items(sorted(object, key=_Key), out, indent, allowance + len(right), context, level)
        out.append(right)

    def _deque(self, object, out, indent, allowance, context, level):
        out.append("deque([")
        self._items(list(object), out, indent + 6, allowance + 2, context, level)
        out.append("])" if object.maxlen is None else f"],\n{' ' * (indent + 6)}maxlen={object.maxlen})")

    def _items(self, items, out, indent, allowance, context, level):
        indent += self._indent
        if self._indent > 1:
            out.append((self._indent - 1) * " ")
        items = list(items)
        width = limit = self._width - indent + 1
        separator, first = ",\n" + " " * indent, True
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                limit -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, set(context), level)
                length = len(text) + 2
                if width < length:
                    width = limit
                    if not first:
                        out.append(separator)
                    first = True
                if width >= length:
                    width -= length
                    out.append(("" if first else ", ") + text)
                    first = False
                    continue
            if not first:
                out.append(separator)
            first = False
            self._format(item, out, indent, allowance if last else 1, context, level)
            if self._compact:
                width = limit - len(repr(item))

    def _str(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        chunks, lines = [], object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        width = limit = self._width - indent
        for i, line in enumerate(lines):
            text = repr(line)
            if i == len(lines) - 1:
                width -= allowance
            if len(text) <= width:
                chunks.append(text)
                continue
            parts = re.findall(r"\S*\s*", line)
            parts.pop()
            most, current = limit, ""
            for j, part in enumerate(parts):
                candidate = current + part
                if j == len(parts) - 1 and i == len(lines) - 1:
                    most = width
                if len(repr(candidate)) > most:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.append(text)
            return
        if level == 1:
            out.append("(")
        out.append(("\n" + " " * indent).join(chunks))
        if level == 1:
            out.append(")")

    def _bytes(self, object, out, indent, allowance, context, level):
        if len(object) <= 4:
            out.append(repr(object))
            return
        parens = level == 1
        if parens:
            indent += 1
            allowance += 1
            out.append("(")
        width, current, lines = self._width - indent, b"", []
        last = len(object) // 4 * 4
        for i in range(0, len(object), 4):
            part = object[i:i + 4]
            if i == last:
                width -= allowance
            if len(repr(current + part)) > width:
                if current:
                    lines.append(repr(current))
                current = part
            else:
                current += part
        if current:
            lines.append(repr(current))
        out.append(("\n" + " " * indent).join(lines))
        if parens:
            out.append(")")

    def _attributes(self, object, items, out, indent, allowance, context, level):
        name = type(object).__qualname__ if type(object).__name__ != "SimpleNamespace" else "namespace"
        indent += len(name) + 1
        out.append(name + "(")
        items = list(items)
        for i, (key, value) in enumerate(items):
            out.append(key + "=")
            last = i == len(items) - 1
            self._format(value, out, indent + len(key) + 1, allowance if last else 1, context, level)
            if not last:
                out.append(",\n" + " " * indent)
        out.append(")")

    def _namespace(self, object, out, indent, allowance, context, level):
        self._attributes(object, object.__dict__.items(), out, indent, allowance, context, level)

    def _dataclass(self, object, out, indent, allowance, context, level):
        items = [(f.name, getattr(object, f.name)) for f in object.__dataclass_fields__.values() if f.repr]
        self._attributes(object, items, out, indent, allowance, context, level)


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._repr(object, set(), 0)


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)
