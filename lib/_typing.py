"""The parts of typing written in Python: NamedTuple, TypedDict, get_type_hints."""

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


def _evaluate(annotation, owner, scope=None, strict=False):
    """Annotations written as text become types where their names are known, else Any, or a NameError."""
    scope = _scope(owner) if scope is None else scope
    if isinstance(annotation, typing.ForwardRef):
        annotation = annotation.__forward_arg__
    if isinstance(annotation, str):
        try:
            return _evaluate(eval(annotation, dict(scope)), owner, scope, strict)
        except NameError:
            if strict:
                raise
            return typing.Any
    if typing.get_origin(annotation) is typing.Literal:  # its strings are values
        return annotation
    args = getattr(annotation, "__args__", None)
    if args and hasattr(annotation, "copy_with"):
        made = tuple(_evaluate(one, owner, scope, strict) for one in args)
        if made != args:
            return annotation.copy_with(made)
    return annotation


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            scope = dict(_scope(base) if globalns is None else globalns, **(localns or {}))
            for name, annotation in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _hint(annotation, base, scope)
    else:
        scope = globalns
        if scope is None:
            scope = getattr(obj, "__globals__", None) or getattr(obj, "__dict__", {})
        scope = dict(scope, **(localns or {}))
        for name, annotation in (getattr(obj, "__annotations__", None) or {}).items():
            hints[name] = _hint(annotation, obj, scope)
    if not include_extras:
        hints = {name: typing.get_args(hint)[0] if typing.get_origin(hint) is typing.Annotated else hint
                 for name, hint in hints.items()}
    return hints


def _hint(annotation, owner, scope):
    if annotation is None:
        return type(None)
    if isinstance(annotation, str):
        return _hint(eval(annotation, dict(scope)), owner, scope)
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


class SupportsInt:
    pass


class SupportsFloat:
    pass


class SupportsIndex:
    pass


class SupportsAbs:
    def __class_getitem__(cls, item):
        return cls


class SupportsBytes:
    pass


SupportsRound = SupportsAbs


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


def get_protocol_members(tp):
    return frozenset()


class Doc:
    def __init__(self, documentation):
        self.documentation = documentation
