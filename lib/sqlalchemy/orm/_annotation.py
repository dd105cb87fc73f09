"""Reads annotations: what is inside Mapped[...], whether None is allowed, which column type it asks for."""

import sys
import typing

from sqlalchemy.orm.base import DynamicMapped, Mapped, WriteOnlyMapped, _MappedAlias
from sqlalchemy.orm.exc import MappedAnnotationError

_CONTAINERS = {"Mapped": Mapped, "DynamicMapped": DynamicMapped, "WriteOnlyMapped": WriteOnlyMapped}
_NONE = type(None)


def _names_of(module):
    found = sys.modules.get(module)
    if found is not None and found.__dict__.get("__name__") == module:
        return dict(found.__dict__)
    frame = sys._getframe(1) if hasattr(sys, "_getframe") else None
    while frame is not None:  # a file that is run without being a module: the class statement is on the stack
        if frame.f_globals.get("__name__") == module:
            return dict(frame.f_globals)
        frame = frame.f_back
    return {}


def evaluate(text, cls, module):
    """The object that an annotation's text means where the class was written. NameError if it cannot be told."""
    names = _names_of(module)
    if not names:
        for value in cls.__dict__.values():
            if hasattr(value, "__globals__"):
                names = dict(value.__globals__)
                break
        else:
            raise NameError(f"Module {module!r} isn't present in sys.modules; can't resolve {text!r}")
    inside = {k: v for k, v in cls.__dict__.items() if not k.startswith("__")}
    inside.setdefault(cls.__name__, cls)
    return eval(text, names, _Names(inside, names))


class _Names(dict):
    """The class body hides nothing that the module knows as a type: `date: Mapped[date]`."""

    def __init__(self, inside, outside):
        for name, value in inside.items():
            if name not in outside:
                self[name] = value


def split(annotation, cls, module, key):
    """(container, inner): (Mapped, int) for Mapped[int]; (None, annotation) for one without container.

    inner stays text where the annotation is text.
    """
    if isinstance(annotation, _MappedAlias):
        if len(annotation.__args__) != 1:
            raise MappedAnnotationError("Expected sub-type for Mapped[] annotation")
        return annotation.__origin__, annotation.__args__[0]
    if not isinstance(annotation, str):
        if isinstance(annotation, type) and issubclass(annotation, Mapped):
            raise MappedAnnotationError("Expected sub-type for Mapped[] annotation")
        return None, annotation
    head, bracket, rest = annotation.partition("[")
    if not bracket:
        return None, annotation
    container = _CONTAINERS.get(head.strip().rpartition(".")[2])
    if container is None:
        names = _names_of(module)
        known = names.get(head.strip())
        if not (isinstance(known, type) and issubclass(known, Mapped)):
            return None, annotation
        container = known
    return container, rest[:rest.rindex("]")].strip()


def is_class_variable(annotation):
    if isinstance(annotation, str):
        return annotation.partition("[")[0].strip().rpartition(".")[2] == "ClassVar"
    return annotation is typing.ClassVar or typing.get_origin(annotation) is typing.ClassVar


def resolved(inner, cls, module):
    """The type behind text and forward references."""
    if type(inner).__name__ == "ForwardRef":
        inner = inner.__forward_arg__
    for _ in range(4):
        if not isinstance(inner, str):
            break
        inner = evaluate(inner, cls, module)
    return inner


def is_union(t):
    return type(t).__name__ in ("UnionType", "_UnionGenericAlias") or typing.get_origin(t) is typing.Union


def is_newtype(t):
    return getattr(t, "__supertype__", None) is not None and not isinstance(t, type)


def is_alias(t):
    return type(t).__name__ == "TypeAliasType"


def is_annotated(t):
    return isinstance(getattr(t, "__metadata__", None), tuple)


def is_literal(t):
    return typing.get_origin(t) is typing.Literal


def includes_none(t):
    if isinstance(t, str):
        return t.startswith(("Optional[", "typing.Optional[")) or "None" in [p.strip() for p in t.split("|")]
    if type(t).__name__ == "ForwardRef":
        return includes_none(t.__forward_arg__)
    if t is None or t is _NONE:
        return True
    if is_union(t):
        return any(includes_none(one) for one in t.__args__)
    if is_annotated(t):
        return includes_none(t.__origin__)
    if is_alias(t):
        return includes_none(t.__value__)
    if is_newtype(t):
        return includes_none(t.__supertype__)
    return False


def without_none(t):
    if not is_union(t):
        return t
    rest = [one for one in t.__args__ if one is not _NONE and one is not None]
    if len(rest) == len(t.__args__):
        return t
    if not rest:
        return _NONE
    return rest[0] if len(rest) == 1 else typing.Union[tuple(rest)]


# --- python type -> column type -----------------------------------------------------------------------------

_DEFAULTS = {
    ("builtins", "int"): "Integer", ("builtins", "str"): "String", ("builtins", "float"): "Float",
    ("builtins", "bool"): "Boolean", ("builtins", "bytes"): "LargeBinary", ("datetime", "datetime"): "DateTime",
    ("datetime", "date"): "Date", ("datetime", "time"): "Time", ("datetime", "timedelta"): "Interval",
    ("decimal", "Decimal"): "Numeric", ("uuid", "UUID"): "Uuid", ("builtins", "NoneType"): "NullType",
}


def _default_for(t):
    name = _DEFAULTS.get((t.__module__, t.__name__)) if isinstance(t, type) else None
    if name is None:
        return None
    from sqlalchemy import types

    return getattr(types, name)()


def _instance(sql_type):
    return sql_type() if isinstance(sql_type, type) else sql_type


def _enum_like(like, arguments, native=None):
    """An Enum of these members with the options of `like`, or with those of a plain Enum."""
    import sqlalchemy

    if like is None:
        keywords = {"omit_aliases": True}
    else:
        names = ("validate_strings", "schema", "inherit_schema", "metadata", "native_enum", "values_callable",
                 "create_constraint")
        keywords = {n: getattr(like, n) for n in names if getattr(like, n, None) is not None}
        generic = like.enum_class is not None and like.enum_class.__name__ == "Enum"
        if like.name and not (generic and like.name == "enum"):
            keywords["name"] = like.name
        if like.length:
            keywords["length"] = like.length
    if native is False:
        keywords["native_enum"] = False
    return sqlalchemy.Enum(*arguments, **keywords)


def _is_enum_class(t):
    return isinstance(t, type) and any(b.__name__ == "Enum" and b.__module__ == "enum" for b in t.__mro__)


def _enum_type(like, python_type):
    """The Enum for an enum class or Literal; None when python_type is neither."""
    if is_alias(python_type):
        value = python_type.__value__
        while is_alias(value):
            value = value.__value__
        if not is_literal(value):
            from sqlalchemy.exc import ArgumentError

            raise ArgumentError(
                f"Can't associate TypeAliasType '{python_type}' to an Enum since it's not a direct alias of a "
                "Literal. Only aliases in this form `type my_alias = Literal['a', 'b']` are supported when "
                "generating Enums.")
        python_type = value
    if is_literal(python_type):
        bad = [a for a in python_type.__args__ if not isinstance(a, str)]
        if bad:
            from sqlalchemy.exc import ArgumentError

            raise ArgumentError("Can't create string-based Enum datatype from non-string values: "
                                f"{', '.join(repr(x) for x in bad)}.  Please provide an explicit Enum datatype for "
                                "this Python type")
        return _enum_like(like, python_type.__args__, native=False)
    if _is_enum_class(python_type):
        return _enum_like(like, [python_type])
    return None


def _is_generic_enum(sql_type):
    enum_class = getattr(sql_type, "enum_class", None)
    return enum_class is not None and enum_class.__name__ == "Enum" and enum_class.__module__ == "enum"


def _from_map(types, python_type, key):
    """types[key] as it applies to python_type, which is key or derives from it."""
    try:
        sql_type = types.get(key)
    except TypeError:
        return None
    if sql_type is None:
        return None
    sql_type = _instance(sql_type)
    if _is_generic_enum(sql_type) or (hasattr(sql_type, "enums") and python_type is not key):
        return _enum_type(sql_type, python_type)
    return sql_type if python_type is key or not isinstance(python_type, type) else None


def _find_type(types, t):
    if isinstance(t, type) and getattr(t, "__origin__", None) is None:
        for base in t.__mro__:
            found = _from_map(types, t, base) or (_default_for(base) if base is t else None)
            if found is not None:
                return found
        return _enum_type(None, t)
    found = _from_map(types, t, t)
    if found is None and is_literal(t):
        found = _from_map(types, t, typing.Literal) or _enum_type(None, t)
    return found


def _fallback(types, t):
    if is_alias(t):
        value = t
        while is_alias(value):
            value = value.__value__
        return _find_type(types, without_none(value))
    if is_newtype(t):
        while is_newtype(t):
            t = t.__supertype__
        return _find_type(types, t)
    return None


def sql_type_for(types, t, last=True):
    """The column type for a Python type by this type_annotation_map, or None."""
    found = _find_type(types, t)
    if found is None and last:
        found = _fallback(types, t)
    return found


def raise_no_type(key, tried, argument):
    shown = [f"{t}" for t in tried]
    from sqlalchemy import types

    if isinstance(tried[0], types.TypeEngine) or (isinstance(tried[0], type) and
                                                  issubclass(tried[0], types.TypeEngine)):
        raise MappedAnnotationError(
            f"The type provided inside the {key!r} attribute Mapped annotation is the SQLAlchemy type {tried[0]}. "
            "Expected a Python type instead")
    if not (isinstance(tried[0], type) or typing.get_origin(tried[0]) is not None or is_newtype(tried[0]) or
            is_alias(tried[0]) or type(tried[0]).__module__ in ("typing", "retort")):
        raise MappedAnnotationError(
            f"The object provided inside the {key!r} attribute Mapped annotation is not a Python type, it's the "
            f"object {argument!r}. Expected a Python type.")
    if len(shown) == 1:
        detail = "the type object is not resolvable by the registry"
    elif len(shown) == 2:
        detail = f"neither '{shown[0]}' nor '{shown[1]}' are resolvable by the registry"
    else:
        detail = f"none of {', '.join(repr(s) for s in shown)} are resolvable by the registry"
    raise MappedAnnotationError(
        f"Could not locate SQLAlchemy Core type when resolving for Python type indicated by '{shown[0]}' inside the "
        f"Mapped[] annotation for the {key!r} attribute; {detail}")


def unmapped_error(cls, key):
    return MappedAnnotationError(
        f'Type annotation for "{cls.__name__}.{key}" can\'t be correctly interpreted for Annotated Declarative '
        "Table form.  ORM annotations should normally make use of the ``Mapped[]`` generic type, or other "
        "ORM-compatible generic type, as a container for the actual type, which indicates the intent that the "
        "attribute is mapped. Class variables that are not intended to be mapped by the ORM should use ClassVar[].  "
        "To allow Annotated Declarative to disregard legacy annotations which don't use Mapped[] to pass, set "
        '"__allow_unmapped__ = True" on the class or a superclass this class. '
        "(Background on this error at: https://sqlalche.me/e/20/zlpr)")
