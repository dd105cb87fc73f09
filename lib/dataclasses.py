"""Data classes: classes made from their annotations."""

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
    "astuple", "make_dataclass", "replace", "is_dataclass",
]


_MappingProxy = type(object.__dict__)


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


class _FactoryDefault:
    def __repr__(self):
        return "<factory>"


class KW_ONLY:
    pass


MISSING = _MISSING_TYPE()
_FACTORY = _FactoryDefault()


class InitVar:
    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)

    def __repr__(self):
        return f"dataclasses.InitVar[{getattr(self.type, '__name__', self.type)}]"


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _MappingProxy({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = "field"

    def __repr__(self):
        names = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only")
        kind = {"classvar": "_FIELD_CLASSVAR", "initvar": "_FIELD_INITVAR"}.get(self._field_type, "_FIELD")
        return "Field(" + ",".join(f"{n}={getattr(self, n)!r}" for n in names) + f",_field_type={kind})"

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), "__set_name__", None)
        if hook:
            hook(self.default, owner, name)

    def __class_getitem__(cls, item):
        return cls


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _kind(annotation, cls):
    """"class variable", "initvar" or "field", also for annotations kept as text."""
    if isinstance(annotation, str):
        head = annotation.split("[")[0].strip().split(".")[-1]
        return {"ClassVar": "classvar", "InitVar": "initvar", "KW_ONLY": "kw_only"}.get(head, "field")
    if annotation is KW_ONLY:
        return "kw_only"
    if isinstance(annotation, InitVar) or annotation is InitVar:
        return "initvar"
    text = repr(annotation)
    return "classvar" if text.startswith("typing.ClassVar") else "field"


def _collect(cls, kw_only):
    """Own fields in order, from the annotations of this class alone."""
    found = []
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        kind = _kind(annotation, cls)
        if kind == "kw_only":
            kw_only = True
            continue
        default = cls.__dict__.get(name, MISSING)
        if type(default).__name__ == "member_descriptor":
            default = MISSING
        one = default if isinstance(default, Field) else field(default=default)
        one.name, one.type, one._field_type = name, annotation, kind
        if kind == "classvar":
            if one.default_factory is not MISSING:
                raise TypeError(f"field {name} cannot have a default factory")
            continue
        if one.kw_only is MISSING:
            one.kw_only = kw_only
        if kind == "field" and (
                isinstance(one.default, (list, dict, set)) or getattr(type(one.default), "__hash__", 0) is None):
            raise ValueError(f"mutable default {type(one.default)} for field {name} is not allowed: use default_factory")
        found.append(one)
        if isinstance(default, Field):
            if one.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, one.default)
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return found


def _make_init(cls, all_fields, frozen, slots):
    """The text of __init__, so that calls are checked as any other function's."""
    names = {"_FACTORY": _FACTORY, "_set": object.__setattr__}
    plain, keyword, body = [], [], []
    with_default = None
    for one in all_fields:
        if one.init:
            part = one.name
            if one.default is not MISSING:
                names[f"_default_{one.name}"] = one.default
                part += f"=_default_{one.name}"
            elif one.default_factory is not MISSING:
                part += "=_FACTORY"
            elif not one.kw_only:
                if with_default:
                    raise TypeError(f"non-default argument {one.name!r} follows default argument")
            if "=" in part and not one.kw_only:
                with_default = one.name
            (keyword if one.kw_only else plain).append(part)
        if one._field_type == "initvar":
            continue
        if one.default_factory is not MISSING:
            names[f"_factory_{one.name}"] = one.default_factory
            value = f"_factory_{one.name}()"
            if one.init:
                value += f" if {one.name} is _FACTORY else {one.name}"
        elif one.init:
            value = one.name
        elif slots and one.default is not MISSING:
            names[f"_default_{one.name}"] = one.default
            value = f"_default_{one.name}"
        else:
            continue
        me = "self" if "self" not in [f.name for f in all_fields] else "_dataclass_self"
        body.append(f"_set({me}, {one.name!r}, {value})" if frozen else f"{me}.{one.name} = {value}")
    me = "self" if "self" not in [f.name for f in all_fields] else "_dataclass_self"
    if hasattr(cls, "__post_init__"):
        given = ", ".join(one.name for one in all_fields if one._field_type == "initvar")
        body.append(f"{me}.__post_init__({given})")
    parameters = [me] + plain + (["*"] + keyword if keyword else [])
    text = f"def __init__({', '.join(parameters)}):\n " + "\n ".join(body or ["pass"]) + "\n"
    exec(text, names)
    init = names["__init__"]
    init.__annotations__ = {one.name: one.type for one in all_fields if one.init}
    init.__annotations__["return"] = None
    return init


def _values(self, chosen):
    return tuple([getattr(self, one.name) for one in chosen])


def _make_repr(chosen):
    writing = set()

    def __repr__(self):
        if id(self) in writing:
            return "..."
        writing.add(id(self))
        try:
            shown = ", ".join([f"{one.name}={getattr(self, one.name)!r}" for one in chosen])
        finally:
            writing.discard(id(self))
        return f"{type(self).__qualname__}({shown})"

    return __repr__


def _make_compare(chosen, compare):
    def method(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compare(_values(self, chosen), _values(other, chosen))

    return method


def _add_order(cls, chosen):
    import operator

    for name, compare in (("__lt__", operator.lt), ("__le__", operator.le), ("__gt__", operator.gt),
                          ("__ge__", operator.ge)):
        if name in cls.__dict__:
            raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                            "Consider using functools.total_ordering")
        _put(cls, name, _make_compare(chosen, compare))


def _put(cls, name, function):
    function.__name__ = name
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    function.__module__ = cls.__module__
    setattr(cls, name, function)


def _add_frozen(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    for function in (__setattr__, __delattr__):
        if function.__name__ in cls.__dict__:
            raise TypeError(f"Cannot overwrite attribute {function.__name__} in class {cls.__name__}")
        _put(cls, function.__name__, function)


def _settle_hash(cls, chosen, eq, frozen, unsafe_hash):
    own = cls.__dict__.get("__hash__", MISSING)
    explicit = not (own is MISSING or own is None and "__eq__" in cls.__dict__)
    if unsafe_hash and explicit:
        raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    if unsafe_hash or eq and frozen and not explicit:
        used = [one for one in chosen if (one.compare if one.hash is None else one.hash)]
        _put(cls, "__hash__", lambda self: hash(_values(self, used)))
    elif eq and not explicit:
        cls.__hash__ = None


def _with_slots(cls, own):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    members = dict(cls.__dict__)
    inherited = {name for base in cls.__mro__[1:] for name in getattr(base, "__slots__", ())}
    names = [one.name for one in own if one._field_type == "field"]
    members["__slots__"] = tuple(name for name in names if name not in inherited)
    for name in names:
        members.pop(name, None)
    for name in ("__dict__", "__weakref__"):
        members.pop(name, None)
    made = type(cls)(cls.__name__, cls.__bases__, members)
    made.__qualname__ = cls.__qualname__
    return made


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    table = {}
    for base in reversed(cls.__mro__[1:]):
        inherited = base.__dict__.get("__dataclass_fields__")
        if inherited is not None:
            table.update(inherited)
            if base.__dict__["__dataclass_params__"].frozen and not frozen:
                raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
            if frozen and not base.__dict__["__dataclass_params__"].frozen:
                raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    own = _collect(cls, kw_only)
    for one in own:
        table[one.name] = one
    cls.__dataclass_fields__ = table
    cls.__dataclass_params__ = _DataclassParams(
        init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
        kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
    everything = list(table.values())
    chosen = [one for one in everything if one._field_type == "field"]
    compared = [one for one in chosen if one.compare]
    _settle_hash(cls, chosen, eq, frozen, unsafe_hash)
    if init and "__init__" not in cls.__dict__:
        _put(cls, "__init__", _make_init(cls, everything, frozen, slots))
    if repr and "__repr__" not in cls.__dict__:
        _put(cls, "__repr__", _make_repr([one for one in chosen if one.repr]))
    if eq and "__eq__" not in cls.__dict__:
        _put(cls, "__eq__", _make_compare(compared, lambda a, b: a == b))
        if cls.__dict__.get("__hash__", MISSING) is MISSING:
            cls.__hash__ = None
    if order:
        _add_order(cls, compared)
    if frozen:
        _add_frozen(cls, frozenset(one.name for one in chosen))
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(one.name for one in everything if one.init and not one.kw_only)
    if slots:
        cls = _with_slots(cls, own)
    if hasattr(cls, "__abstractmethods__"):
        from abc import update_abstractmethods

        update_abstractmethods(cls)
    if not getattr(cls, "__doc__", None):
        cls.__doc__ = cls.__name__
    return cls


class _DataclassParams:
    def __init__(self, **options):
        vars(self).update(options)

    def __repr__(self):
        return f"_DataclassParams({','.join([f'{name}={value!r}' for name, value in vars(self).items()])})"


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    table = getattr(class_or_instance, "__dataclass_fields__", None)
    if table is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple(one for one in table.values() if one._field_type == "field")


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


def _is_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def _convert(obj, make):
    if _is_instance(obj):
        return make([(one.name, _convert(getattr(obj, one.name), make)) for one in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_convert(item, make) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_convert(item, make) for item in obj])
    if isinstance(obj, dict):
        pairs = [(_convert(key, make), _convert(value, make)) for key, value in obj.items()]
        if hasattr(type(obj), "default_factory"):
            result = type(obj)(obj.default_factory)
            for key, value in pairs:
                result[key] = value
            return result
        return type(obj)(pairs)
    import copy

    return copy.deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for one in obj.__dataclass_fields__.values():
        if not one.init:
            if one.name in changes:
                raise ValueError(f"field {one.name} is declared with init=False, it cannot be specified with replace()")
        elif one.name not in changes:
            if one._field_type == "initvar" and one.default is MISSING:
                raise ValueError(f"InitVar {one.name!r} must be specified with replace()")
            changes[one.name] = getattr(obj, one.name)
    return type(obj)(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, module=None, **options):
    import keyword
    import sys
    from types import new_class

    members = dict(namespace or {})
    annotations = {}
    for item in fields:
        name, kind = item, "typing.Any"
        if not isinstance(item, str):
            if len(item) not in (2, 3):
                raise TypeError(f"Invalid field: {item!r}")
            name, kind = item[:2]
            if len(item) == 3:
                members[name] = item[2]
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if keyword.iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = kind
    members["__annotations__"] = annotations
    made = new_class(cls_name, bases, {}, lambda names: names.update(members))
    made.__module__ = sys._getframemodulename(1) if module is None else module
    return dataclass(made, **options)
