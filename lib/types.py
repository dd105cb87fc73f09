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


def new_class(name, bases=(), kwds=None, exec_body=None):
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", type(bases[0]) if bases else type)
    namespace = {}
    if exec_body is not None:
        exec_body(namespace)
    return meta(name, bases, namespace, **kwds)


def resolve_bases(bases):
    return bases


def coroutine(func):
    return func


def get_original_bases(cls):
    return cls.__dict__.get("__orig_bases__", cls.__bases__)
