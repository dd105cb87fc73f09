"""Abstract base classes."""


def abstractmethod(function):
    function.__isabstractmethod__ = True
    return function


class abstractproperty(property):
    __isabstractmethod__ = True


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True


def _is_abstract(value):
    if isinstance(value, property):
        return any(getattr(f, "__isabstractmethod__", False) for f in (value.fget, value.fset, value.fdel))
    if isinstance(value, (classmethod, staticmethod)):
        return getattr(value.__func__, "__isabstractmethod__", False)
    return getattr(value, "__isabstractmethod__", False)


class ABCMeta(type):
    @staticmethod
    def __subclasshook__(subclass):
        return NotImplemented

    def __new__(metacls, name, bases, namespace, /, **keywords):
        cls = type.__new__(metacls, name, bases, namespace, **keywords)
        names = {key for key, value in namespace.items() if _is_abstract(value)}
        for base in bases:
            for key in getattr(base, "__abstractmethods__", ()):
                if _is_abstract(getattr(cls, key, None)):
                    names.add(key)
        cls.__abstractmethods__ = frozenset(names)
        cls._abc_registry = []
        return cls

    def __call__(cls, *args, **keywords):
        names = cls.__abstractmethods__
        if names:
            listed = ", ".join(f"'{name}'" for name in sorted(names))
            plural = "s" if len(names) > 1 else ""
            raise TypeError(f"Can't instantiate abstract class {cls.__name__} without an implementation "
                            f"for abstract method{plural} {listed}")
        return type.__call__(cls, *args, **keywords)

    def register(cls, subclass):
        cls._abc_registry.append(subclass)
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance)) or (
            getattr(instance, "__class__", None) is not type(instance) and cls.__subclasscheck__(instance.__class__))

    def __subclasscheck__(cls, subclass):
        if cls in subclass.__mro__:
            return True
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            return answer
        for other in cls._abc_registry:
            if issubclass(subclass, other):
                return True
        for child in cls.__subclasses__():
            if issubclass(subclass, child):
                return True
        return False

    @classmethod
    def _dump_registry(cls, file=None):
        pass


class ABC(metaclass=ABCMeta):
    __slots__ = ()

    @classmethod
    def __subclasshook__(cls, subclass):
        return NotImplemented


def get_cache_token():
    return 0


def update_abstractmethods(cls):
    if hasattr(cls, "__abstractmethods__"):
        names = {key for key in set(cls.__abstractmethods__) | set(cls.__dict__) if _is_abstract(getattr(cls, key, None))}
        cls.__abstractmethods__ = frozenset(names)
    return cls
