"""Collections of relationships: lists, sets and dictionaries keyed by an attribute."""


class InstrumentedList(list):
    pass


class InstrumentedSet(set):
    pass


class InstrumentedDict(dict):
    pass


class KeyFuncDict(dict):
    def __init__(self, keyfunc, *args, ignore_unpopulated_attribute=False):
        super().__init__(*args)
        self.keyfunc = keyfunc

    def set(self, value):
        self[self.keyfunc(value)] = value

    def remove(self, value):
        del self[self.keyfunc(value)]


MappedCollection = KeyFuncDict


def keyfunc_mapping(keyfunc, *, ignore_unpopulated_attribute=False):
    return lambda: KeyFuncDict(keyfunc)


def attribute_keyed_dict(name, *, ignore_unpopulated_attribute=False):
    return lambda: KeyFuncDict(lambda value: getattr(value, name))


def column_keyed_dict(column, *, ignore_unpopulated_attribute=False):
    columns = column if isinstance(column, (list, tuple)) else [column]

    def key(value):
        mapper = type(value).__mapper__
        found = [getattr(value, mapper.get_property_by_column(c).key) for c in columns]
        return found[0] if len(found) == 1 else tuple(found)

    return lambda: KeyFuncDict(key)


mapped_collection, attribute_mapped_collection = keyfunc_mapping, attribute_keyed_dict
column_mapped_collection = column_keyed_dict


class collection:
    """Decorators of custom collections: the methods are used under their own names."""

    appender = remover = iterator = internally_instrumented = converter = staticmethod(lambda fn: fn)

    @staticmethod
    def adds(arg):
        return lambda fn: fn

    replaces = removes = removes_return = adds


def collection_adapter(value):
    return value
