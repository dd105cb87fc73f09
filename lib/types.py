"""Names of built-in types, SimpleNamespace and MappingProxyType."""

import sys


def _function():
    pass


class _Class:
    def method(self):
        pass


async def _coroutine():
    pass


def _generator():
    yield


async def _async_generator():
    yield


FunctionType = LambdaType = type(_function)
MethodType = type(_Class().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
ModuleType = type(sys)
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(...)
GeneratorType = type(_generator())
_made = _coroutine()
CoroutineType = type(_made)
_made.close()
AsyncGeneratorType = type(_async_generator())
GenericAlias = type(list[int])
UnionType = type(int | str)
WrapperDescriptorType = MethodWrapperType = MethodDescriptorType = type(str.join)
CodeType = type(getattr(_function, "__code__", None))
TracebackType = NoneType
FrameType = type(sys._getframe())


class SimpleNamespace:
    def __init__(self, /, **keywords):
        self.__dict__.update(keywords)

    def __repr__(self):
        return "namespace(" + ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items()) + ")"

    def __eq__(self, other):
        if isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented


MappingProxyType = type(type.__dict__)


class DynamicClassAttribute(property):
    pass


def resolve_bases(bases):
    """The bases, with what those that are no classes stand for."""
    found = []
    for base in bases:
        entries = None if isinstance(base, type) else getattr(base, "__mro_entries__", None)
        if entries is None:
            found.append(base)
            continue
        made = entries(bases)
        if not isinstance(made, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        found.extend(made)
    return bases if all([a is b for a, b in zip(found, bases)]) and len(found) == len(bases) else tuple(found)


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, the namespace that it prepares, and the keywords that are left."""
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", type(bases[0]) if bases else type)
    if isinstance(meta, type):
        for base in map(type, bases):
            if issubclass(base, meta):
                meta = base
            elif not issubclass(meta, base):
                raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of "
                                "the metaclasses of all its bases")
    prepare = getattr(meta, "__prepare__", None)
    return meta, prepare(name, bases, **kwds) if prepare else {}, kwds


def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace["__orig_bases__"] = bases
    return meta(name, resolved, namespace, **kwds)


def coroutine(func):
    return func


def get_original_bases(cls):
    return cls.__dict__.get("__orig_bases__", cls.__bases__)
