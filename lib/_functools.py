"""The rarer parts of functools."""

from collections import namedtuple
from functools import update_wrapper

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)
_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        values = instance.__dict__
        if self.attrname not in values:
            values[self.attrname] = self.func(instance)
        return values[self.attrname]

    def __class_getitem__(cls, item):
        return cls


def _lt_from_le(self, other):
    result = type(self).__le__(self, other)
    return result if result is NotImplemented else result and self != other


def _lt_from_gt(self, other):
    result = type(self).__gt__(self, other)
    return result if result is NotImplemented else not result and self != other


def _lt_from_ge(self, other):
    result = type(self).__ge__(self, other)
    return result if result is NotImplemented else not result


def total_ordering(cls):
    given = [name for name in ("__lt__", "__le__", "__gt__", "__ge__")
             if any(name in base.__dict__ for base in cls.__mro__ if base is not object)]
    if not given:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    less = {"__lt__": None, "__le__": _lt_from_le, "__gt__": _lt_from_gt, "__ge__": _lt_from_ge}[given[0]]
    if less is not None and "__lt__" not in given:
        cls.__lt__ = less

    def __le__(self, other):
        result = type(self).__lt__(self, other)
        return result if result is NotImplemented else result or self == other

    def __gt__(self, other):
        result = type(self).__lt__(self, other)
        return result if result is NotImplemented else not result and self != other

    def __ge__(self, other):
        result = type(self).__lt__(self, other)
        return result if result is NotImplemented else not result

    for function in (__le__, __gt__, __ge__):
        if function.__name__ not in given:
            setattr(cls, function.__name__, function)
    return cls


class partialmethod:
    __class_getitem__ = classmethod(type(list[int]))
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        from functools import partial

        function = self.func
        if hasattr(function, "__get__"):
            function = function.__get__(instance, owner)
        if instance is None:
            return lambda obj, *args, **keywords: self.func(
                obj, *self.args, *args, **{**self.keywords, **keywords})
        return partial(function, *self.args, **self.keywords)


def _dispatch(registry, cls):
    for base in cls.__mro__:
        if base in registry:
            return registry[base]
    for kind, function in registry.items():
        if kind is not object and issubclass(cls, kind):
            return function
    return registry[object]


def _is_union(cls):
    from types import UnionType
    from typing import Union, get_origin

    return get_origin(cls) in (Union, UnionType)


def _is_class_or_union(cls):
    if _is_union(cls):
        return all(isinstance(kind, type) for kind in cls.__args__)
    from types import GenericAlias

    return isinstance(cls, type) and not isinstance(cls, GenericAlias)


def _first_hint(function):
    from typing import get_type_hints

    return next(iter(get_type_hints(function).items()))


def singledispatch(func):
    registry = {object: func}

    def register(cls, function=None):
        if _is_class_or_union(cls):
            if function is None:
                return lambda f: register(cls, f)
        else:
            if function is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            if not getattr(cls, "__annotations__", None):
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. "
                                "Use either `@register(some_class)` or plain `@register` on an annotated function.")
            function, (name, cls) = cls, _first_hint(cls)
            if not _is_class_or_union(cls):
                kinds = "not all arguments are classes" if _is_union(cls) else "is not a class"
                raise TypeError(f"Invalid annotation for {name!r}. {cls!r} {kinds}.")
        for kind in cls.__args__ if _is_union(cls) else (cls,):
            registry[kind] = function
        return function

    def dispatch(cls):
        return _dispatch(registry, cls)

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{func.__name__} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **keywords)

    update_wrapper(wrapper, func)
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, instance, owner=None):
        def method(*args, **keywords):
            function = self.dispatcher.dispatch(args[0].__class__)
            return function.__get__(instance, owner)(*args, **keywords)

        return method
