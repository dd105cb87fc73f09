"""Enumerations: Enum, IntEnum, StrEnum, Flag, IntFlag and what they are made with."""

__all__ = [
    "EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique",
    "member", "nonmember", "property", "verify", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "CONTINUOUS",
    "NAMED_FLAGS", "UNIQUE", "global_enum", "show_flag_values", "EnumCheck",
]

_property = property
_PLAIN = (int, float, complex, str, bytes, tuple, list, dict, set, frozenset)
Enum = Flag = None


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class auto:
    def __init__(self, value=None):
        self._given = value is not None
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


def _is_descriptor(value):
    return hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


class EnumDict(dict):
    """The namespace of an enum body: tells members from methods, and gives auto() its value."""

    def __init__(self, cls_name=None):
        dict.__init__(self)
        self._cls_name = cls_name
        self._members = {}
        self._ignore = ()
        self._next = None
        self._last = []

    def _auto(self, key, value):
        if isinstance(value, auto):
            if not value._given:
                value.value = self._next(key, 1, len(self._members), self._last[:])
                value._given = True
            return value.value
        if type(value) is tuple and any(isinstance(item, auto) for item in value):
            return tuple(self._auto(key, item) for item in value)
        return value

    def __setitem__(self, key, value):
        if key == "_generate_next_value_":
            self._next = value.__func__ if isinstance(value, staticmethod) else value
        elif key == "_ignore_":
            self._ignore = tuple(value.replace(",", " ").split() if isinstance(value, str) else value)
        elif _is_sunder(key) and key not in (
            "_order_", "_missing_", "_iter_member_", "_iter_member_by_value_", "_iter_member_by_def_",
            "_numeric_repr_", "_value_", "_name_", "_add_alias_", "_add_value_alias_", "_boundary_",
            "_flag_mask_", "_singles_mask_", "_all_bits_",
        ):
            raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        elif key in self._members:
            raise TypeError(f"{key!r} already defined as {self._members[key]!r}")
        elif isinstance(value, nonmember):
            value = value.value
        elif not self._is_member(key, value):
            if key in self._members:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
        else:
            if isinstance(value, member):
                value = value.value
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            value = self._auto(key, value)
            self._members[key] = value
            self._last.append(value)
        dict.__setitem__(self, key, value)

    def _is_member(self, key, value):
        if isinstance(value, member):
            return True
        private = self._cls_name and key.startswith(f"_{self._cls_name.lstrip('_')}__") and not key.endswith("__")
        return not (_is_dunder(key) or _is_sunder(key) or key in self._ignore or private or _is_descriptor(value))

    def update(self, other=(), **more):
        for key, value in dict(other, **more).items():
            self[key] = value


def _borrowed(kind, name):
    """str() or format() of a mixed-in type as a method of the enum."""
    method = getattr(kind, "__repr__" if name == "__str__" and not issubclass(kind, str) else name)
    return lambda self, *args: method(self, *args)


def _member_type(bases):
    found = None
    for base in bases[:-1] if bases else ():
        for kind in base.__mro__:
            if kind is object:
                continue
            if isinstance(kind, EnumType):
                if kind._member_type_ is not object:
                    return kind._member_type_
                continue
            if issubclass(kind, _PLAIN) or "__new__" in kind.__dict__ or "__dataclass_fields__" in kind.__dict__:
                found = kind
                break
        if found:
            return base if not isinstance(base, EnumType) else found
    last = bases[-1] if bases else object
    return getattr(last, "_member_type_", object)


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **keywords):
        namespace = EnumDict(cls)
        for base in reversed(bases):
            if isinstance(base, EnumType):
                if base._member_map_:
                    raise TypeError(f"<enum {cls!r}> cannot extend {base!r}")
                namespace._next = base._generate_next_value_
                break
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, **keywords):
        members = classdict._members
        ignored = set(classdict._ignore) | {"_ignore_"}
        plain = {name: value for name, value in classdict.items() if name not in members and name not in ignored}
        if "_generate_next_value_" in plain and not isinstance(plain["_generate_next_value_"], staticmethod):
            plain["_generate_next_value_"] = staticmethod(plain["_generate_next_value_"])
        new = plain.pop("__new__", None)
        if new is not None:
            plain["_new_member_"] = new if isinstance(new, staticmethod) else staticmethod(new)
        if "mro" in members:
            raise ValueError("invalid enum member name(s) 'mro'")
        plain["_member_names_"] = []
        plain["_member_map_"] = {}
        plain["_value2member_map_"] = {}
        plain["_unhashable_values_"] = []
        plain["_member_type_"] = kind = _member_type(bases)
        plain.setdefault("_use_args_", kind is not object)
        if boundary is not None:
            plain["_boundary_"] = boundary
        made = type.__new__(metacls, cls, bases, plain, **keywords)
        if kind not in (object,) and Enum is not None and ReprEnum is not None:
            made._settle_text(plain, kind)
        for name, value in members.items():
            made._add_member(name, value, kind)
        if Flag is not None and issubclass(made, Flag):
            made._settle_flags()
        order = plain.get("_order_")
        if order is not None:
            wanted = order.replace(",", " ").split()
            if wanted != [n for n in made._member_names_ if n in wanted] or len(wanted) != len(made._member_names_):
                raise TypeError(f"member order does not match _order_:\n  {wanted}\n  {made._member_names_}")
        return made

    def __init__(cls, *args, **keywords):
        pass

    def _settle_text(cls, plain, kind):
        """A mixed-in type brings its own str() and format() only to ReprEnum classes, and never its repr()."""
        if "__repr__" not in plain:
            owner = next((base for base in cls.__mro__[1:]
                          if isinstance(base, EnumType) and "__repr__" in base.__dict__), Enum)
            setattr(cls, "__repr__", owner.__dict__["__repr__"])
        if issubclass(cls, ReprEnum):
            for name in ("__str__", "__format__"):
                if name not in plain and all(name not in base.__dict__ for base in cls.__mro__[1:]
                                             if isinstance(base, EnumType) and base is not Enum):
                    setattr(cls, name, _borrowed(kind, name))
            return
        for name in ("__str__", "__format__"):
            owner = next(base for base in cls.__mro__ if name in base.__dict__ or base is kind)
            if owner is kind or not issubclass(owner, Enum):
                if owner is kind or owner in _PLAIN:
                    setattr(cls, name, getattr(Enum, name))

    def _add_member(cls, name, value, kind):
        args = value if type(value) is tuple else (value,)
        if kind is tuple:
            args = (args,)
        maker = getattr(cls, "_new_member_", None)
        if maker is not None:
            found = maker(cls, *args)
        elif kind is object:
            found = object.__new__(cls)
        else:
            found = kind.__new__(cls, *args)
        if not hasattr(found, "_value_"):
            if kind is object or maker is None and kind not in _PLAIN:
                found._value_ = value
            else:
                try:
                    found._value_ = kind(*args)
                except Exception:
                    found._value_ = value
        value = found._value_
        found._name_ = name
        found.__objclass__ = cls
        found._sort_order_ = len(cls._member_names_)
        found.__init__(*args)
        same = cls._find_value(value)
        if same is not None:
            found = same
        else:
            cls._member_names_.append(name)
        cls._member_map_[name] = found
        type.__setattr__(cls, name, found)
        if same is None:
            try:
                cls._value2member_map_.setdefault(value, found)
            except TypeError:
                cls._unhashable_values_.append(value)

    def _find_value(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for one in cls._member_map_.values():
                if one._value_ == value:
                    return one
        return None

    def _settle_flags(cls):
        single, mask = 0, 0
        for name in list(cls._member_names_):
            value = cls._member_map_[name]._value_
            if isinstance(value, int):
                mask |= value
                if value > 0 and value & (value - 1) == 0:
                    single |= value
                elif "_iter_member_" not in cls.__dict__:
                    cls._member_names_.remove(name)
        cls._flag_mask_ = mask
        cls._singles_mask_ = single
        cls._all_bits_ = 2 ** mask.bit_length() - 1

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_ or names is None and cls is not Enum and not values and isinstance(value, cls):
            if values or names is not None:
                value = (value, names) + values
            return cls._lookup(value)
        if names is None:
            return cls._lookup(value)
        return cls._create(value, names, module, qualname, type, start, boundary)

    def _create(cls, name, names, module, qualname, kind, start, boundary):
        metacls = cls.__class__
        bases = (cls,) if kind is None else (kind, cls)
        namespace = metacls.__prepare__(name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if not hasattr(names, "keys"):
            names = list(names)
            if names and isinstance(names[0], str):
                pairs, last = [], []
                for count, one in enumerate(names):
                    value = cls._generate_next_value_(one, start, count, last[:])
                    last.append(value)
                    pairs.append((one, value))
                names = pairs
        for item in names:
            key, value = (item, names[item]) if isinstance(item, str) else item
            namespace[key] = value
        if module is None:
            import sys

            module = sys._getframemodulename(2)
        namespace["__module__"] = module
        if qualname is not None:
            namespace["__qualname__"] = qualname
        return metacls.__new__(metacls, name, bases, namespace, boundary=boundary)

    def _lookup(cls, value):
        if type(value) is cls:
            return value
        found = cls._find_value(value)
        if found is not None:
            return found
        if not cls._member_map_:
            raise TypeError(f"{cls!r} has no members")
        try:
            found = cls._missing_(value)
        except Exception as error:
            if isinstance(error, ValueError) and getattr(error, "_enum_", None) is cls:
                raise
            error.__context__ = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
            raise
        if isinstance(found, cls):
            return found
        if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(found, int):
            return found
        invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if found is None:
            raise invalid
        raise TypeError(f"error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member")

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        return cls._find_value(value) is not None

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @_property
    def __members__(cls):
        from types import MappingProxyType

        return MappingProxyType(cls._member_map_)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        type.__setattr__(cls, name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        type.__delattr__(cls, name)

    def __dir__(cls):
        shown = {"__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__",
                 "__members__", "__module__", "__name__", "__qualname__", *cls._member_names_}
        return sorted(shown if cls._member_type_ is object else shown.union(dir(cls._member_type_)))

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f"<flag {cls.__name__!r}>"
        return f"<enum {cls.__name__!r}>"


EnumMeta = EnumType
ReprEnum = None


class Enum(metaclass=EnumType):
    def __init__(self, *args, **keywords):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            candidates = [*last_values, max(last_values)]
        except TypeError:
            candidates = last_values
        for last in reversed(candidates):
            try:
                return last + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    @_property
    def name(self):
        return self._name_

    @_property
    def value(self):
        return self._value_

    def __repr__(self):
        kind = type(self)._member_type_
        shown = repr(self._value_)
        if kind is not object and "__dataclass_fields__" in getattr(kind, "__dict__", {}):
            shown = shown[shown.index("("):].strip("()")
        return f"<{type(self).__name__}.{self._name_}: {shown}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        return sorted(set(dir(type(self))) | {"name", "value"})

    def __reduce_ex__(self, protocol):
        return (type(self), (self._value_,))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ReprEnum(Enum):
    """A mixed-in type keeps its own str() and format()."""


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        for position, value in enumerate(values):
            if position == 0 and not isinstance(value, str):
                raise TypeError(f"{value!r} is not a string")
        made = str.__new__(cls, *values)
        made._value_ = str(*values)
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits(value):
    while value:
        low = value & -value
        yield low
        value ^= low


class Flag(Enum):
    _boundary_ = STRICT
    _flag_mask_ = 0
    _singles_mask_ = 0
    _all_bits_ = 0
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 2 ** max(last_values).bit_length()

    @classmethod
    def _iter_member_(cls, value):
        for bit in _bits(value & cls._flag_mask_):
            if bit in cls._value2member_map_:
                yield cls._value2member_map_[bit]

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask, everything = cls._flag_mask_, cls._all_bits_
        if not ~everything <= value <= everything or value & (everything ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                from enum import bin as show

                raise ValueError(
                    f"{cls!r} invalid value {value!r}\n    given {show(value, width)}\n  allowed {show(mask, width)}")
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(everything + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value = everything + 1 + value & (mask if cls._boundary_ in (STRICT, CONFORM) else -1)
        unknown = value & ~mask
        found = cls._value2member_map_.get(value)
        if found is not None:
            return found
        kind = cls._member_type_
        made = object.__new__(cls) if kind is object else kind.__new__(cls, value)
        made._value_ = value
        names = [one._name_ for one in cls._iter_member_(value)]
        made._name_ = "|".join(names) if names else None
        if unknown and names:
            made._name_ += f"|{cls._numeric_repr_(unknown)}"
        if names or not value:
            cls._value2member_map_.setdefault(value, made)
        return made

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {type(self).__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return type(self)._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __hash__(self):
        return hash(self._value_)

    def __repr__(self):
        cls = type(self)
        if self._name_ is None:
            return f"<{cls.__name__}: {self._value_!r}>"
        return f"<{cls.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        cls = type(self)
        if self._name_ is None:
            return f"{cls.__name__}({self._value_!r})"
        return f"{cls.__name__}.{self._name_}"

    def _other(self, other):
        if isinstance(other, type(self)):
            return other._value_
        kind = type(self)._member_type_
        if kind is not object and isinstance(other, kind):
            return int(other)
        return None

    def __or__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else type(self)(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else type(self)(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else type(self)(self._value_ ^ value)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        cls = type(self)
        if cls._boundary_ in (EJECT, KEEP):
            return cls(~self._value_)
        return cls(cls._singles_mask_ & ~self._value_)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    __repr__ = Flag.__repr__

    def __str__(self):
        return int.__repr__(self)

    __hash__ = Flag.__hash__
    __or__, __and__, __xor__ = Flag.__or__, Flag.__and__, Flag.__xor__
    __ror__, __rand__, __rxor__ = Flag.__or__, Flag.__and__, Flag.__xor__
    __invert__ = Flag.__invert__
    __contains__, __iter__, __len__ = Flag.__contains__, Flag.__iter__, Flag.__len__


def bin(value, width=None):
    import builtins

    top = builtins.bin(value + (1 << value.bit_length()) if value < 0 else value)[2:]
    sign = "1" if value < 0 else "0"
    digits = (sign[0] * width + top)[-width:] if width and len(top) < width else top
    return f"0b{sign} {digits}"


def unique(cls):
    duplicates = [(name, one._name_) for name, one in cls.__members__.items() if name != one._name_]
    if duplicates:
        details = ", ".join(f"{alias} -> {name}" for alias, name in duplicates)
        raise ValueError(f"duplicate values found in {cls!r}: {details}")
    return cls


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, cls):
        if UNIQUE in self.checks:
            aliases = [(alias, one._name_) for alias, one in cls.__members__.items() if alias != one._name_]
            if aliases:
                raise ValueError(f"aliases found in {cls!r}: " + ", ".join(f"{a} -> {n}" for a, n in aliases))
        if CONTINUOUS in self.checks:
            values = sorted(one.value for one in cls)
            flag = issubclass(cls, Flag)
            if flag:
                steps = [1 << n for n in range(values[0].bit_length(), values[-1].bit_length() - 1)] if values else []
            else:
                steps = range(values[0] + 1, values[-1]) if values else []
            missing = [n for n in steps if n not in values]
            if missing:
                raise ValueError(f"invalid {'flag' if flag else 'enum'} {cls.__name__!r}: missing values "
                                 + ", ".join(map(str, missing)))
        if NAMED_FLAGS in self.checks:
            self._need_names(cls)
        return cls

    def _need_names(self, cls):
        """Every bit of a combined member has a member of its own."""
        unnamed, lost = [], 0
        for name, one in cls._member_map_.items():
            if one._value_ < 0:
                continue
            gone = [bit for bit in _bits(one._value_) if bit not in cls._value2member_map_]
            if gone:
                unnamed.append(name)
                lost |= sum(gone)
        if unnamed:
            value = f"value 0x{lost:x}" if lost & (lost - 1) == 0 else f"combined values of 0x{lost:x}"
            alias = f"alias {unnamed[0]} is" if len(unnamed) == 1 else f"aliases {', '.join(unnamed[:-1])} and {unnamed[-1]} are"
            raise ValueError(f"invalid Flag {cls.__name__!r}: {alias} missing {value} "
                             "[use enum.show_flag_values(value) for details]")


def global_enum(cls, update_str=False):
    import sys

    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def show_flag_values(value):
    return list(_bits(int(value)))


property = _property
