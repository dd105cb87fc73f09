"""What the files of the ORM share: Mapped[...], operators that build SQL, constants."""


class _NoArg:
    def __repr__(self):
        return "<not given>"

    def __bool__(self):
        return False


NO_ARG = _NoArg()


class _Symbol:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"symbol({self.name!r})"


NO_VALUE, NO_KEY = _Symbol("NO_VALUE"), _Symbol("NO_KEY")
PASSIVE_NO_RESULT, NEVER_SET, ATTR_EMPTY = _Symbol("PASSIVE_NO_RESULT"), NO_VALUE, _Symbol("ATTR_EMPTY")
LoaderCallableStatus = PassiveFlag = _Symbol
EXT_CONTINUE, EXT_SKIP, EXT_STOP = _Symbol("EXT_CONTINUE"), _Symbol("EXT_SKIP"), _Symbol("EXT_STOP")
NotExtension = InspectionAttrExtensionType = _Symbol


class RelationshipDirection(_Symbol):
    pass


ONETOMANY, MANYTOONE, MANYTOMANY = (RelationshipDirection(n) for n in ("ONETOMANY", "MANYTOONE", "MANYTOMANY"))


def plain_element(c):
    """The SQL expression that an attribute or mapped_column() stands for."""
    while isinstance(c, Operators):
        c = c.__clause_element__()
    if not isinstance(c, type) and getattr(c, "is_clause_element", None) is False:
        c = c.__clause_element__()
    return c


class InspectionAttr:
    is_mapper = is_attribute = is_property = is_instance = is_selectable = is_aliased_class = False
    is_clause_element = False
    extension_type = NotExtension("not_extension")


class InspectionAttrInfo(InspectionAttr):
    pass


class Operators:
    """Stands for the SQL expression that __clause_element__() gives."""

    is_clause_element = False

    def __hash__(self):
        return id(self)

    def __eq__(self, other):
        return self.__clause_element__() == other

    def __ne__(self, other):
        return self.__clause_element__() != other

    def __lt__(self, other):
        return self.__clause_element__() < other

    def __le__(self, other):
        return self.__clause_element__() <= other

    def __gt__(self, other):
        return self.__clause_element__() > other

    def __ge__(self, other):
        return self.__clause_element__() >= other

    def __add__(self, other):
        return self.__clause_element__() + other

    def __radd__(self, other):
        return other + self.__clause_element__()

    def __sub__(self, other):
        return self.__clause_element__() - other

    def __rsub__(self, other):
        return other - self.__clause_element__()

    def __mul__(self, other):
        return self.__clause_element__() * other

    def __rmul__(self, other):
        return other * self.__clause_element__()

    def __truediv__(self, other):
        return self.__clause_element__() / other

    def __rtruediv__(self, other):
        return other / self.__clause_element__()

    def __floordiv__(self, other):
        return self.__clause_element__() // other

    def __mod__(self, other):
        return self.__clause_element__() % other

    def __and__(self, other):
        return self.__clause_element__() & other

    def __rand__(self, other):
        return other & self.__clause_element__()

    def __or__(self, other):
        return self.__clause_element__() | other

    def __ror__(self, other):
        return other | self.__clause_element__()

    def __invert__(self):
        return ~self.__clause_element__()

    def __neg__(self):
        return -self.__clause_element__()

    def __getitem__(self, key):
        return self.__clause_element__()[key]

    def __contains__(self, item):
        return item in self.__clause_element__()

    def __iter__(self):
        raise TypeError(f"{type(self).__name__!r} object is not iterable")

    def operate(self, operator, *other, **keywords):
        return operator(self.__clause_element__(), *other, **keywords)


class Parametrised:
    """What annotations may give arguments: Mapper[Any], PropComparator[int]."""

    __class_getitem__ = classmethod(type(list[int]))


class SQLORMExpression(Parametrised):
    pass


class ORMDescriptor(Parametrised):
    pass


class _MappedAlias:
    """Mapped[int] as an annotation."""

    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)

    def __repr__(self):
        inner = ", ".join(getattr(a, "__name__", None) or repr(a) for a in self.__args__)
        return f"{self.__origin__.__module__}.{self.__origin__.__name__}[{inner}]"

    def __call__(self, *args, **keywords):
        return self.__origin__(*args, **keywords)

    def __or__(self, other):
        return self

    __ror__ = __or__

    def __mro_entries__(self, bases):
        return (self.__origin__,)


class Mapped(ORMDescriptor):
    """The container of annotations; attributes of mapped classes are instances of a subclass."""

    def __class_getitem__(cls, args):
        return _MappedAlias(cls, args)


class DynamicMapped(Mapped):
    pass


class WriteOnlyMapped(Mapped):
    pass


class PropComparator(Operators, Parametrised):
    def __init__(self, prop=None, parententity=None, adapt_to_entity=None):
        self.prop = self.property = prop
        self._parententity = parententity

    def __clause_element__(self):
        return self.prop.columns[0]


class MapperProperty(InspectionAttr, Parametrised):
    """Something that is mapped under a name: column, relationship, synonym ..."""

    is_property = True
    key = parent = doc = None
    Comparator = PropComparator
    _user_info = None
    # of dataclasses: init, repr, default, default_factory, compare, kw_only, hash, dataclass_metadata
    _dataclass = {}

    @property
    def info(self):
        if self._user_info is None:
            self._user_info = {}
        return self._user_info

    @property
    def class_attribute(self):
        return getattr(self.parent.class_, self.key)

    def _set_up(self, mapper, key):
        self.parent, self.key = mapper, key

    def __str__(self):
        if self.parent is None or self.key is None:
            return object.__repr__(self)
        return f"{self.parent.class_.__name__}.{self.key}"


class UserDefinedOption:
    propagate_to_loaders = False

    def __init__(self, payload=None):
        self.payload = payload


def dataclass_arguments(**given):
    """Those that were given, or {}: kept on the property until its class becomes a dataclass."""
    return {k: v for k, v in given.items() if v is not NO_ARG}


# name of a class -> functions called with each class mapped; used by extensions (hybrid, mutable)
def manager_of_class(cls):
    return cls.__dict__.get("__mapper__")


def class_mapper(class_, configure=True):
    mapper = getattr(class_, "__mapper__", None)
    if mapper is None:
        from sqlalchemy.orm import exc

        if isinstance(class_, type):
            raise exc.UnmappedClassError(class_)
        from sqlalchemy.exc import ArgumentError

        raise ArgumentError(f"Class object expected, got '{class_!r}'.")
    return mapper.class_.__mapper__


def object_mapper(instance):
    mapper = getattr(type(instance), "__mapper__", None)
    if mapper is None:
        from sqlalchemy.orm import exc

        raise exc.UnmappedInstanceError(instance)
    return mapper


def instance_state(instance):
    from sqlalchemy.orm.state import state_of

    return state_of(instance)


def instance_dict(instance):
    return instance.__dict__


def _is_mapped_class(entity):
    return isinstance(entity, type) and getattr(entity, "__mapper__", None) is not None
