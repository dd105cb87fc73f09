# sqlalchemy.ext.mutable: types are what they wrap; changes inside values are not tracked.
from sqlalchemy.types import to_instance


class MutableBase:
    pass


class Mutable(MutableBase):
    @classmethod
    def as_mutable(cls, sqltype):
        return to_instance(sqltype)

    @classmethod
    def associate_with(cls, sqltype):
        pass

    @classmethod
    def coerce(cls, key, value):
        return value

    def changed(self):
        pass


class MutableComposite(MutableBase):
    def changed(self):
        pass


class MutableDict(Mutable, dict):
    @classmethod
    def coerce(cls, key, value):
        if value is None or isinstance(value, cls):
            return value
        if isinstance(value, dict):
            return cls(value)
        raise ValueError("Attribute '%s' does not accept objects of type %s" % (key, type(value)))


class MutableList(Mutable, list):
    @classmethod
    def coerce(cls, key, value):
        if value is None or isinstance(value, cls):
            return value
        if isinstance(value, list):
            return cls(value)
        raise ValueError("Attribute '%s' does not accept objects of type %s" % (key, type(value)))


class MutableSet(Mutable, set):
    @classmethod
    def coerce(cls, key, value):
        if value is None or isinstance(value, cls):
            return value
        if isinstance(value, set):
            return cls(value)
        raise ValueError("Attribute '%s' does not accept objects of type %s" % (key, type(value)))
