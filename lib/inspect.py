"""What scripts ask of live objects: kinds, members, signatures, documentation."""

import sys
import types
from collections import namedtuple
from enum import IntEnum

_empty = type("_empty", (), {"__repr__": lambda self: "<class 'inspect._empty'>"})


_void = type("_void", (), {"__repr__": lambda self: "<class 'inspect._void'>"})

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR, CO_NOFREE = 1, 2, 4, 8, 16, 32, 64
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20


def isclass(obj):
    return isinstance(obj, type)


def ismodule(obj):
    return isinstance(obj, types.ModuleType)


def isfunction(obj):
    return isinstance(obj, types.FunctionType)


_native = (types.MethodDescriptorType, types.BuiltinFunctionType, type(object.__eq__), type(object.__init__))


# [].append is bound as C().m is, but to a function without code
def _is_bound_builtin(obj):
    return isinstance(obj, types.BuiltinFunctionType) and hasattr(obj, "__func__")


def ismethod(obj):
    return isinstance(obj, types.MethodType) and not isinstance(obj.__func__, _native)  # x.__init__ of a native class


def isbuiltin(obj):
    return isinstance(obj, types.BuiltinFunctionType) or _is_bound_builtin(obj)


def ismethodwrapper(obj):
    return isinstance(obj, types.MethodWrapperType)


def ismethoddescriptor(obj):
    if isclass(obj) or ismethod(obj) or isfunction(obj):
        return False
    return hasattr(type(obj), "__get__") and not hasattr(type(obj), "__set__")


def ismemberdescriptor(obj):
    return isinstance(obj, types.MemberDescriptorType)


def isgetsetdescriptor(obj):
    return isinstance(obj, types.GetSetDescriptorType)


def isroutine(obj):
    return isbuiltin(obj) or isfunction(obj) or ismethod(obj) or ismethoddescriptor(obj)


def iscode(obj):
    return isinstance(obj, types.CodeType)


def isframe(obj):
    return isinstance(obj, types.FrameType)


def istraceback(obj):
    return isinstance(obj, types.TracebackType)


def isasyncgen(obj):
    return isinstance(obj, types.AsyncGeneratorType)


def isgenerator(obj):
    return isinstance(obj, types.GeneratorType)


def iscoroutine(obj):
    return isinstance(obj, types.CoroutineType)


def isawaitable(obj):
    return hasattr(obj, "__await__")


def _flags(func):
    from functools import partial

    while isinstance(func, partial):
        func = func.func
    func = getattr(func, "__func__", func)
    return getattr(getattr(func, "__code__", None), "co_flags", 0)


def iscoroutinefunction(obj):
    return bool(_flags(obj) & CO_COROUTINE) or getattr(getattr(obj, "__func__", obj), "_is_coroutine_mark", False) is True


def isgeneratorfunction(obj):
    return bool(_flags(obj) & 0x20)


def isasyncgenfunction(obj):
    return bool(_flags(obj) & 0x200)


def isabstract(obj):
    return bool(getattr(obj, "__abstractmethods__", None))


def isdatadescriptor(obj):
    return not isclass(obj) and not ismethod(obj) and not isfunction(obj) and (
        hasattr(type(obj), "__set__") or hasattr(type(obj), "__delete__"))


def getmembers(obj, predicate=None):
    found = []
    for name in dir(obj):
        try:
            value = getattr(obj, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


def getmro(cls):
    return cls.__mro__


def getmodule(obj):
    import sys

    return obj if ismodule(obj) else sys.modules.get(getattr(obj, "__module__", None))


def getfile(obj):
    obj = getattr(obj, "tb_frame", obj)
    if isframe(obj):
        obj = obj.f_code
    if iscode(obj):
        return obj.co_filename
    if not ismodule(obj):
        obj = getmodule(obj)
    path = getattr(obj, "__file__", None)
    if path is None:
        raise TypeError(f"{obj!r} is a built-in module")
    return path


getsourcefile = getabsfile = getfile


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins) if margins else 0
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        lines.pop(0)
    return "\n".join(lines)


def _found_doc(obj):
    if isclass(obj):
        kinds = obj.__mro__[1:-1]
        return next((kind.__doc__ for kind in kinds if kind.__doc__ is not None), None)
    name, owner = getattr(obj, "__name__", None), getattr(obj, "__self__", None)
    home = owner if isclass(owner) else type(owner) if owner is not None else None
    if home is None and isfunction(obj) and "." in obj.__qualname__:
        first, *parts = obj.__qualname__.split(".")[:-1]
        home = obj.__globals__.get(first)
        for part in parts:
            home = getattr(home, part, None)
    for kind in getattr(home, "__mro__", ()):
        doc = getattr(getattr(kind, name, None), "__doc__", None)
        if doc is not None:
            return doc
    return None


def getdoc(obj):
    doc = getattr(obj, "__doc__", None)
    if doc is None:
        doc = _found_doc(obj)
    return cleandoc(doc) if isinstance(doc, str) else None


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop and stop(func)):
        func = func.__wrapped__
    return func


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isclass(obj):
        found = obj.__dict__.get("__annotations__")
        import sys

        inside = getattr(sys.modules.get(obj.__module__), "__dict__", {})
        locals = dict(vars(obj)) if locals is None else locals
    elif ismodule(obj) or callable(obj):
        found = getattr(obj, "__annotations__", None)
        inside = obj.__dict__ if ismodule(obj) else getattr(unwrap(obj), "__globals__", {})
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    found = dict(found or {})
    if not eval_str:
        return found
    return {name: eval(value, inside if globals is None else globals, locals) if isinstance(value, str) else value
            for name, value in found.items()}


def formatannotation(annotation, base_module=None):
    from types import GenericAlias

    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


class _ParameterKind(IntEnum):
    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional or keyword"
    VAR_POSITIONAL = "variadic positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "variadic keyword"

    def __new__(cls, description):
        member = int.__new__(cls, len(cls.__members__))
        member._value_, member.description = len(cls.__members__), description
        return member

    def __str__(self):
        return self.name


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind


class Parameter:
    __slots__ = ("_name", "_kind", "_default", "_annotation")
    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ParameterKind

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind") from None
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        from keyword import iskeyword

        if iskeyword(name) and self._kind is not _POSITIONAL_ONLY or not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name, self._default, self._annotation = name, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        return type(self)(self._name if name is _void else name, self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    def __str__(self):
        text = {_VAR_POSITIONAL: "*", _VAR_KEYWORD: "**"}.get(self._kind, "") + self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self._default)
        return text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name, self._kind, self._default, self._annotation) == (
            other._name, other._kind, other._default, other._annotation)

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))


class BoundArguments:
    __slots__ = ("arguments", "_signature")

    def __init__(self, signature, arguments):
        self._signature, self.arguments = signature, arguments

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        out = []
        for name, one in self._signature.parameters.items():
            if one.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            value = self.arguments[name]
            out.extend(value) if one.kind is _VAR_POSITIONAL else out.append(value)
        return tuple(out)

    @property
    def kwargs(self):
        out, by_name = {}, False
        for name, one in self._signature.parameters.items():
            by_name = by_name or one.kind in (_VAR_KEYWORD, _KEYWORD_ONLY)
            if name not in self.arguments:
                by_name = by_name or one.kind is not _VAR_POSITIONAL
            elif by_name:
                out.update(self.arguments[name]) if one.kind is _VAR_KEYWORD else out.update({name: self.arguments[name]})
        return out

    def apply_defaults(self):
        made = {}
        for name, one in self._signature.parameters.items():
            if name in self.arguments:
                made[name] = self.arguments[name]
            elif one.default is not _empty:
                made[name] = one.default
            elif one.kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
                made[name] = () if one.kind is _VAR_POSITIONAL else {}
        self.arguments = made

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        inside = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        return f"<{type(self).__name__} ({inside})>"


class Signature:
    __slots__ = ("_parameters", "_return_annotation")
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        parameters = list(parameters or ())
        if __validate_parameters__:
            self._check(parameters)
        self._parameters = types.MappingProxyType({one.name: one for one in parameters})
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @staticmethod
    def _check(parameters):
        seen, top, defaults = set(), _POSITIONAL_ONLY, False
        for one in parameters:
            if one.kind < top:
                raise ValueError(f"wrong parameter order: {top.description} parameter before {one.kind.description} parameter")
            if one.kind > top:
                top = one.kind
            if one.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if one.default is not _empty:
                    defaults = True
                elif defaults:
                    raise ValueError("non-default argument follows default argument")
            if one.name in seen:
                raise ValueError(f"duplicate parameter name: {one.name!r}")
            seen.add(one.name)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature(cls, obj, follow_wrapped, eval_str)

    def replace(self, *, parameters=_void, return_annotation=_void):
        return type(self)(self._parameters.values() if parameters is _void else parameters,
                          return_annotation=self._return_annotation if return_annotation is _void else return_annotation)

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Signature) else NotImplemented

    def __hash__(self):
        plain, keyword, result = self._key()
        return hash((tuple(plain), frozenset(keyword.values()), result))

    def _key(self):
        every = self._parameters.values()
        return ([one for one in every if one.kind is not _KEYWORD_ONLY],
                {one.name: one for one in every if one.kind is _KEYWORD_ONLY}, self._return_annotation)

    def bind(self, /, *args, **kwargs):
        return BoundArguments(self, self._bind(args, kwargs, False))

    def bind_partial(self, /, *args, **kwargs):
        return BoundArguments(self, self._bind(args, kwargs, True))

    def _bind(self, args, kwargs, partial):
        args, found, rest, by_name = list(args), {}, None, []
        for one in self._parameters.values():
            if one.kind is _VAR_POSITIONAL:
                if args:
                    found[one.name] = tuple(args)
                args = []
            elif one.kind is _VAR_KEYWORD:
                rest = one.name
            elif args and one.kind is not _KEYWORD_ONLY:
                if one.name in kwargs and one.kind is not _POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {one.name!r}")
                found[one.name] = args.pop(0)
            else:
                by_name.append(one)
        if args:
            raise TypeError("too many positional arguments")
        first = all(one.kind is not _VAR_POSITIONAL for one in self._parameters.values())
        for one in by_name:
            if one.kind is _POSITIONAL_ONLY and one.name in kwargs:
                raise TypeError(f"{one.name!r} parameter is positional only, but was passed as a keyword")
            if one.name in kwargs and one.kind is not _POSITIONAL_ONLY:
                found[one.name] = kwargs.pop(one.name)
            elif one.default is _empty and not partial:
                kind = " keyword-only" if first and one.kind is _KEYWORD_ONLY else ""
                raise TypeError(f"missing a required{kind} argument: {one.name!r}")
            first = first and one.name not in found and one.default is _empty
        if kwargs:
            if rest is None:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            found[rest] = dict(kwargs)
        return {name: found[name] for name in self._parameters if name in found}

    def __str__(self):
        shown, star, only = [], True, False
        for one in self._parameters.values():
            if one.kind is _POSITIONAL_ONLY:
                only = True
            elif only:
                shown.append("/")
                only = False
            if one.kind is _VAR_POSITIONAL:
                star = False
            elif one.kind is _KEYWORD_ONLY and star:
                shown.append("*")
                star = False
            shown.append(str(one))
        if only:
            shown.append("/")
        text = "(" + ", ".join(shown) + ")"
        if self._return_annotation is not _empty:
            text += " -> " + formatannotation(self._return_annotation)
        return text

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"


_defaults = {"None": None, "True": True, "False": False, "...": ...}


# "($self, name, /, *, schema=None, **kw)" of what is not written in Python
def _from_text(cls, text):
    parameters, kind = [], 1
    for word in text[1:-1].split(", "):
        name, equals, default = word.partition("=")
        if word == "*":
            kind = 3
        elif word == "/":
            parameters = [one.replace(kind=0) for one in parameters]
        elif word.startswith("**"):
            parameters.append(Parameter(word[2:], 4))
        elif word.startswith("*"):
            parameters.append(Parameter(word[1:], 2))
            kind = 3
        elif word:
            value = _defaults[default] if default in _defaults else int(default) if equals else _empty
            parameters.append(Parameter(name.lstrip("$"), kind, default=value))
    return cls(parameters)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str)


def _without_first(made):
    every = list(made.parameters.values())
    if not every or every[0].kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
        raise ValueError("invalid method signature")
    return made.replace(parameters=every if every[0].kind is _VAR_POSITIONAL else every[1:])


def _signature(cls, obj, follow, eval_str):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if ismethod(obj) or _is_bound_builtin(obj):
        return _without_first(_signature(cls, obj.__func__, follow, eval_str))
    if follow:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or ismethod(f))
        if ismethod(obj):
            return _signature(cls, obj, follow, eval_str)
    made = getattr(obj, "__signature__", None)
    if made is not None and not isclass(obj):
        if not isinstance(made, Signature):
            raise TypeError(f"unexpected object {made!r} in __signature__ attribute")
        return made
    from functools import partial

    if isinstance(obj, partial):
        return _of_partial(_signature(cls, obj.func, follow, eval_str), obj)
    if hasattr(obj, "__code__"):
        return _from_code(cls, obj, eval_str)
    if isclass(obj):
        return _of_class(cls, obj, follow, eval_str)
    if getattr(obj, "__text_signature__", None):
        return _from_text(cls, obj.__text_signature__)
    call = getattr(type(obj), "__call__", None)
    if call is None or not hasattr(call, "__code__"):
        raise ValueError(f"no signature found for builtin {obj!r}")
    return _without_first(_signature(cls, call, follow, eval_str))


def _of_class(cls, obj, follow, eval_str):
    call = getattr(type(obj), "__call__", None)
    if type(obj) is not type and hasattr(call, "__code__"):
        return _without_first(_signature(cls, call, follow, eval_str))
    for name in ("__signature__",):
        made = obj.__dict__.get(name)
        if isinstance(made, Signature):
            return made
    for base in obj.__mro__[:-1]:
        for name in ("__new__", "__init__"):
            function = base.__dict__.get(name)
            function = getattr(function, "__func__", function)
            if hasattr(function, "__code__"):
                return _without_first(_signature(cls, function, follow, eval_str))
    for function in (getattr(obj, "__init__", None), obj):
        if function is not object.__init__ and getattr(function, "__text_signature__", None):
            made = _from_text(cls, function.__text_signature__)
            return made if function is obj else _without_first(made)
    if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
        return cls([])
    raise ValueError(f"no signature found for builtin type {obj!r}")


# what is given is gone; keywords get their new default, and all behind them is by keyword
def _of_partial(made, obj):
    try:
        given = made.bind_partial(*obj.args, **obj.keywords).arguments
    except TypeError as error:
        raise ValueError(f"partial object {obj!r} has incorrect arguments") from error
    parameters, keyword_only = [], False
    for name, one in made.parameters.items():
        if name in obj.keywords and one.kind not in (_POSITIONAL_ONLY, _VAR_KEYWORD):
            one = one.replace(default=given[name], kind=_KEYWORD_ONLY)
            keyword_only = True
        elif name in given and one.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            continue
        elif keyword_only and one.kind is _POSITIONAL_OR_KEYWORD:
            one = one.replace(kind=_KEYWORD_ONLY)
        elif keyword_only and one.kind is _VAR_POSITIONAL:
            continue
        parameters.append(one)
    return made.replace(parameters=parameters)


def _from_code(cls, obj, eval_str):
    code, hints = obj.__code__, get_annotations(obj, eval_str=eval_str)
    names, plain, keyword = list(code.co_varnames), code.co_argcount, code.co_kwonlyargcount
    defaults, keyword_defaults = obj.__defaults__ or (), obj.__kwdefaults__ or {}
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=hints.get(name, _empty)))

    for i, name in enumerate(names[:plain]):
        at = i - (plain - len(defaults))
        add(name, _POSITIONAL_ONLY if i < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD,
            defaults[at] if at >= 0 else _empty)
    rest = plain + keyword
    if code.co_flags & CO_VARARGS:
        add(names[rest], _VAR_POSITIONAL)
        rest += 1
    for name in names[plain:plain + keyword]:
        add(name, _KEYWORD_ONLY, keyword_defaults.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[rest], _VAR_KEYWORD)
    return cls(parameters, return_annotation=hints.get("return", _empty), __validate_parameters__=False)


# --- the older ways of asking

FullArgSpec = namedtuple("FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations")
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")
Arguments = namedtuple("Arguments", "args varargs varkw")
Attribute = namedtuple("Attribute", "name kind defining_class object")
ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound")
FrameInfo = namedtuple("FrameInfo", "frame filename lineno function code_context index")
Traceback = namedtuple("Traceback", "filename lineno function code_context index")


def getfullargspec(func):
    try:
        made = _signature(Signature, func, False, False)
        if ismethod(func):
            made = _signature(Signature, func.__func__, False, False)
    except (TypeError, ValueError) as error:
        raise TypeError("unsupported callable") from error
    args, only, defaults, kwdefaults, names = [], [], (), {}, {}
    annotations = {} if made.return_annotation is _empty else {"return": made.return_annotation}
    for name, one in made.parameters.items():
        if one.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(name)
            defaults += (one.default,) if one.default is not _empty else ()
        elif one.kind is _KEYWORD_ONLY:
            only.append(name)
            if one.default is not _empty:
                kwdefaults[name] = one.default
        else:
            names[one.kind] = name
        if one.annotation is not _empty:
            annotations[name] = one.annotation
    return FullArgSpec(args, names.get(_VAR_POSITIONAL), names.get(_VAR_KEYWORD), defaults or None, only, kwdefaults or None,
                       annotations)


def getargs(co):
    names, count = co.co_varnames, co.co_argcount + co.co_kwonlyargcount
    args, rest = list(names[:count]), count
    varargs = varkw = None
    if co.co_flags & CO_VARARGS:
        varargs, rest = names[rest], rest + 1
    if co.co_flags & CO_VARKEYWORDS:
        varkw = names[rest]
    return Arguments(args, varargs, varkw)


def getcallargs(func, /, *positional, **named):
    made = _signature(Signature, getattr(func, "__func__", func), True, False)
    if ismethod(func):
        positional = (func.__self__,) + positional
    try:
        bound = made.bind(*positional, **named)
    except TypeError as error:
        raise TypeError(f"{func.__name__}() {error}") from None
    bound.apply_defaults()
    late = (_KEYWORD_ONLY,)
    by_kind = sorted(bound.arguments, key=lambda name: made.parameters[name].kind in late)
    return {name: bound.arguments[name] for name in by_kind}


def getclosurevars(func):
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    import builtins

    code, inside = func.__code__, func.__globals__
    cells = func.__closure__ or ()
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, cells)}
    found, built_in, unbound = {}, {}, set()
    for name in code.co_names:
        if name in inside:
            found[name] = inside[name]
        elif hasattr(builtins, name):
            built_in[name] = getattr(builtins, name)
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found, built_in, unbound)


def classify_class_attrs(cls):
    found = []
    for name in dir(cls):
        home = next((base for base in cls.__mro__ if name in base.__dict__), type(cls))
        raw = home.__dict__.get(name, getattr(cls, name, None))
        kind = ("static method" if isinstance(raw, staticmethod) else "class method" if isinstance(raw, classmethod)
                else "property" if isinstance(raw, property) else "method" if isroutine(raw) else "data")
        found.append(Attribute(name, kind, home, raw))
    return found


def getclasstree(classes, unique=False):
    children, roots = {}, []
    for one in classes:
        for parent in one.__bases__:
            children.setdefault(parent, [])
            if one not in children[parent]:
                children[parent].append(one)
            if unique and parent in classes:
                break
        if not one.__bases__ and one not in roots:
            roots.append(one)
    roots += [parent for parent in children if parent not in classes]
    return walktree(roots, children, None)


def walktree(classes, children, parent):
    out = []
    for one in sorted(classes, key=lambda c: (c.__module__, c.__name__)):
        out.append((one, one.__bases__))
        if one in children:
            out.append(walktree(children[one], children, one))
    return out


def getattr_static(obj, attr, default=_void):
    for kind in (obj,) + (obj.__mro__ if isclass(obj) else type(obj).__mro__):
        inside = getattr(kind, "__dict__", None) or {}
        if attr in inside:
            return inside[attr]
    if isclass(obj) and attr in type(obj).__dict__:
        return type(obj).__dict__[attr]
    if default is not _void:
        return default
    raise AttributeError(attr)


def getmembers_static(obj, predicate=None):
    found = [(name, getattr_static(obj, name, None)) for name in dir(obj)]
    return sorted((pair for pair in found if predicate is None or predicate(pair[1])), key=lambda pair: pair[0])


def getmodulename(path):
    name = path.rpartition("/")[2]
    return name[:-3] if name.endswith(".py") else name[:-4] if name.endswith(".pyc") else None


# --- generators and coroutines

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED"


def _state(one, front, prefix):
    if getattr(one, front + "_running"):
        return prefix + "_RUNNING"
    if getattr(one, front + "_suspended", False):
        return prefix + "_SUSPENDED"
    return prefix + ("_CLOSED" if getattr(one, front + "_frame") is None else "_CREATED")


def getgeneratorstate(generator):
    return _state(generator, "gi", "GEN")


def getcoroutinestate(coroutine):
    return _state(coroutine, "cr", "CORO")


def getasyncgenstate(agen):
    return _state(agen, "ag", "AGEN")


def markcoroutinefunction(func):
    target = getattr(func, "__func__", func)
    target._is_coroutine_mark = True
    return func


# --- source text is not kept: asking for it is refused, as where there is no file


class ClassFoundException(Exception):
    pass


class EndOfBlock(Exception):
    pass


def _no_source(obj):
    if not (ismodule(obj) or isclass(obj) or isroutine(obj) or iscode(obj) or istraceback(obj) or isframe(obj)):
        raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got "
                        f"{type(obj).__name__}")
    raise OSError("could not get source code")


getsource = getsourcelines = findsource = _no_source


def getcomments(obj):
    return None


def indentsize(line):
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def currentframe():
    return sys._getframe(1)


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


def getouterframes(frame, context=1):
    found = []
    while frame is not None:
        found.append(_frame_info(frame, frame.f_lineno, context))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    from traceback import walk_tb

    return [_frame_info(frame, line, context) for frame, line in walk_tb(tb)]


def getframeinfo(frame, context=1):
    if hasattr(frame, "tb_frame"):
        return Traceback(*_frame_info(frame.tb_frame, frame.tb_lineno, context)[1:])
    return Traceback(*_frame_info(frame, frame.f_lineno, context)[1:])


def _frame_info(frame, line, context):
    import linecache

    code = frame.f_code
    lines = linecache.getlines(code.co_filename) if context > 0 else []
    if not lines:
        return FrameInfo(frame, code.co_filename, line, code.co_name, None, None)
    first = max(0, min(line - 1 - context // 2, len(lines) - context))
    return FrameInfo(frame, code.co_filename, line, code.co_name, lines[first:first + context], line - 1 - first)


def trace(context=1):
    error = sys.exception()
    return getinnerframes(error.__traceback__, context) if error else []
