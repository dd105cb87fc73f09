"""Mutable types: dictionaries, lists and sets that tell their object when they change."""


class MutableBase:
    @classmethod
    def coerce(cls, key, value):
        return value


class Mutable(MutableBase):
    @classmethod
    def as_mutable(cls, sqltype):
        """The type itself: changes inside a value are written with flag_modified()."""
        return sqltype() if isinstance(sqltype, type) else sqltype

    @classmethod
    def associate_with(cls, sqltype):
        pass

    @classmethod
    def associate_with_attribute(cls, attribute):
        pass

    def changed(self):
        pass


class MutableComposite(MutableBase):
    def changed(self):
        pass


class MutableDict(Mutable, dict):
    @classmethod
    def coerce(cls, key, value):
        return cls(value) if isinstance(value, dict) else value


class MutableList(Mutable, list):
    @classmethod
    def coerce(cls, key, value):
        return cls(value) if isinstance(value, list) else value


class MutableSet(Mutable, set):
    @classmethod
    def coerce(cls, key, value):
        return cls(value) if isinstance(value, set) else value
