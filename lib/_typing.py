"""The parts of typing written in Python: NamedTuple, TypedDict, get_type_hints."""

import types
import typing


def _scope(cls_or_module):
    import sys

    module = sys.modules.get(getattr(cls_or_module, "__module__", None))
    if module is not None:
        return dict(module.__dict__)
    for member in getattr(cls_or_module, "__dict__", {}).values():
        names = getattr(getattr(member, "__func__", member), "__globals__", None)
        if names is not None:
            return dict(names)
    return {}


def _with_args(hint, args):
    """The same hint about other types."""
    if isinstance(hint, types.GenericAlias):
        return types.GenericAlias(hint.__origin__, args)
    if not isinstance(hint, types.UnionType):
        return hint.copy_with(args)
    made = args[0]
    for other in args[1:]:
        made = made | other
    return made


def _mapped(hint, change):
    """The hint with each type that it speaks of changed."""
    args = getattr(hint, "__args__", None)
    if not args or not (hasattr(hint, "copy_with") or isinstance(hint, (types.GenericAlias, types.UnionType))):
        return hint
    made = tuple([change(one) for one in args])
    return hint if made == args else _with_args(hint, made)


def _value_of(text, scope):
    try:
        code = compile(text, "<string>", "eval")
    except SyntaxError:
        raise SyntaxError(f"Forward reference must be an expression -- got {text!r}") from None
    return eval(code, dict(scope))


def _evaluate(annotation, owner, scope=None, strict=False):
    """Annotations written as text become types where their names are known, else Any, or a NameError."""
    scope = _scope(owner) if scope is None else scope
    if isinstance(annotation, typing.ForwardRef):
        annotation = annotation.__forward_arg__
    if isinstance(annotation, str):
        try:
            return _evaluate(_value_of(annotation, scope), owner, scope, strict)
        except NameError:
            if strict:
                raise
            return typing.Any
    if typing.get_origin(annotation) is typing.Literal:  # its strings are values
        return annotation
    return _mapped(annotation, lambda one: _evaluate(one, owner, scope, strict))


def _bare(hint):
    """Without what Annotated, Required and NotRequired say beside the type."""
    origin = typing.get_origin(hint)
    if origin is typing.Literal:
        return hint
    if origin in (typing.Annotated, typing.Required, typing.NotRequired):
        return _bare(hint.__args__[0])
    return _mapped(hint, _bare)


def _annotations_of(obj):
    found = getattr(obj, "__annotations__", None)
    if found is None and not callable(getattr(obj, "__get__", None)) and not isinstance(
            obj, (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.ModuleType)):
        raise TypeError(f"{obj!r} is not a module, class, method, or function.")
    return found or {}


def _globals_of(obj):
    if isinstance(obj, types.ModuleType):
        return obj.__dict__
    while hasattr(obj, "__wrapped__"):
        obj = obj.__wrapped__
    return getattr(obj, "__globals__", {})


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            scope = dict(_scope(base) if globalns is None else globalns, **(localns or {}))
            for name, annotation in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _hint(annotation, base, scope)
    else:
        scope = dict(_globals_of(obj) if globalns is None else globalns, **(localns or {}))
        for name, annotation in _annotations_of(obj).items():
            hints[name] = _hint(annotation, obj, scope)
    return hints if include_extras else {name: _bare(hint) for name, hint in hints.items()}


def _hint(annotation, owner, scope):
    if annotation is None:
        return type(None)
    if isinstance(annotation, str):
        return _hint(_value_of(annotation, scope), owner, scope)
    return _evaluate(annotation, owner, scope)


class _NamedTupleMeta(type):
    def __new__(metacls, name, bases, namespace):
        from collections import namedtuple

        if bases == (_NamedTupleBase,) and name == "NamedTuple":
            return type.__new__(metacls, name, bases, namespace)
        types = namespace.get("__annotations__", {})
        defaults = []
        for key in types:
            if key in namespace:
                defaults.append(namespace[key])
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {key} cannot follow default field")
        made = namedtuple(name, list(types), defaults=defaults, module=namespace.get("__module__"))
        made.__annotations__ = dict(types)
        for key, value in namespace.items():
            if key not in types and key not in ("__module__", "__qualname__", "__annotations__", "__classcell__"):
                setattr(made, key, value)
        if "__qualname__" in namespace:
            made.__qualname__ = namespace["__qualname__"]
        return made


class _NamedTupleBase:
    pass


class NamedTuple(_NamedTupleBase, metaclass=_NamedTupleMeta):
    def __new__(cls, typename, fields=None, /, **more):
        from collections import namedtuple

        pairs = list(fields) if fields is not None else list(more.items())
        made = namedtuple(typename, [name for name, _ in pairs])
        made.__annotations__ = dict(pairs)
        return made


class _TypedDictMeta(type):
    def __new__(metacls, name, bases, namespace, total=True, **options):
        annotations = {}
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
        annotations.update(namespace.get("__annotations__", {}))
        members = {key: value for key, value in namespace.items() if key in ("__module__", "__qualname__", "__doc__")}
        members["__annotations__"] = annotations
        members["__total__"] = total
        optional = {key for key, value in annotations.items()
                    if "NotRequired" in repr(value) or not total and "Required[" not in repr(value)}
        members["__required_keys__"] = frozenset(set(annotations) - optional)
        members["__optional_keys__"] = frozenset(optional)
        return type.__new__(metacls, name, (dict,), members)

    def __init__(cls, *args, **options):
        pass

    def __call__(cls, *args, **keywords):
        if cls.__name__ == "TypedDict" and cls.__module__ == __name__:
            name, fields = args
            return _TypedDictMeta(name, (), {"__annotations__": dict(fields)}, **keywords)
        return dict(*args, **keywords)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")


class TypedDict(metaclass=_TypedDictMeta):
    pass


class TypeAliasType:
    def __init__(self, name, value, *, type_params=()):
        self.__name__, self.__value__, self.__type_params__ = name, value, type_params

    def __repr__(self):
        return self.__name__

    def __or__(self, other):
        return typing.Union[self, other]

    def __ror__(self, other):
        return typing.Union[other, self]


def dataclass_transform(**options):
    return lambda decorated: decorated


def deprecated(message, **options):
    return lambda decorated: decorated


def get_overloads(func):
    return []


def no_type_check_decorator(decorator):
    return decorator


def clear_overloads():
    pass


def get_protocol_members(tp):
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(_members(tp))


class Doc:
    def __init__(self, documentation):
        self.documentation = documentation


# --- protocols: what has their members is an instance

_NO_MEMBERS = frozenset("""__abstractmethods__ __annotations__ __dict__ __doc__ __init__ __module__ __new__ __slots__
    __subclasshook__ __weakref__ __class_getitem__ __match_args__ __orig_bases__ __parameters__ __qualname__
    __type_params__ __firstlineno__ __static_attributes__ _is_protocol _is_runtime_protocol""".split())


def is_protocol(tp, /):
    return typing.Protocol in getattr(tp, "__bases__", ())


def _members(protocol):
    names = set()
    for base in protocol.__mro__:
        if is_protocol(base):
            names.update(base.__dict__, base.__dict__.get("__annotations__", ()))
    return {name for name in names - _NO_MEMBERS if not name.startswith("_abc_")}


def _check_runtime(protocol):
    if not getattr(protocol, "_is_runtime_protocol", False):
        raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")


def runtime_checkable(cls):
    if not (isinstance(cls, type) and is_protocol(cls)):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


def is_instance_of_protocol(protocol, instance):
    _check_runtime(protocol)
    from inspect import getattr_static

    for name in _members(protocol):
        try:
            found = getattr_static(instance, name)
        except AttributeError:
            return False
        if found is None and callable(getattr(protocol, name, None)):
            return False
    return True


def is_subclass_of_protocol(protocol, cls):
    _check_runtime(protocol)
    names = _members(protocol)
    if any(not callable(getattr(protocol, name, None)) for name in names):
        raise TypeError("Protocols with non-method members don't support issubclass()")
    for name in names:
        owner = next((base for base in cls.__mro__ if name in base.__dict__), None)
        if owner is None or owner.__dict__[name] is None:
            return False
    return True


def reveal_type(obj, /):
    import sys

    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def abstract_names(cls):
    """For a class below a Protocol: what abc.ABCMeta would keep."""
    from abc import _is_abstract

    names = {name for name, value in cls.__dict__.items() if _is_abstract(value)}
    for base in cls.__bases__:
        names.update(name for name in getattr(base, "__abstractmethods__", ()) if _is_abstract(getattr(cls, name, None)))
    return frozenset(names)


def _supports(name, method_name):
    from abc import abstractmethod

    def method(self):
        pass

    made = type(name, (typing.Protocol,), {"__module__": "typing", "__slots__": (), method_name: abstractmethod(method)})
    return runtime_checkable(made)


def __getattr__(name):
    methods = {"SupportsInt": "__int__", "SupportsFloat": "__float__", "SupportsComplex": "__complex__",
               "SupportsIndex": "__index__", "SupportsBytes": "__bytes__", "SupportsAbs": "__abs__",
               "SupportsRound": "__round__"}
    if name not in methods:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    made = globals()[name] = _supports(name, methods[name])
    if name in ("SupportsAbs", "SupportsRound"):
        made.__class_getitem__ = classmethod(lambda cls, item: cls)
    return made
