"""Loading options: accepted, because what they change is when a related object is read, not what it is. Which columns
are read counts: a migration names those that exist at its time."""


class Load:
    def __init__(self, *arguments, **keywords):
        self.arguments = arguments
        self.only, self.deferred = [], []

    def __getattr__(self, name):
        if name not in _NAMES:
            raise AttributeError(name)

        def chained(*arguments, **keywords):
            if self.arguments and isinstance(self.arguments[0], type) and name in ("load_only", "defer"):
                (self.only if name == "load_only" else self.deferred).extend(arguments)
            return self

        return chained

    def restrict(self, entity):
        """`entity` without the columns that are not wanted of it."""
        only, deferred = (_keys_of(keys, entity) for keys in (self.only, self.deferred))
        if only:
            entity.keep(lambda key: key in only)
        if deferred:
            entity.keep(lambda key: key not in deferred)

    def options(self, *given):
        return self


_AbstractLoad = _LoadElement = Load


def joinedload(*keys, innerjoin=None):
    return Load(*keys)


def selectinload(*keys, recursion_depth=None):
    return Load(*keys)


def with_expression(key, expression):
    return Load(key)


def with_loader_criteria(entity, criteria, include_aliases=False, propagate_to_loaders=True, track_closure_variables=True):
    from sqlalchemy.exc import InvalidRequestError

    raise InvalidRequestError("with_loader_criteria() is not available in retort: write the condition in where()")


def _keys_of(attributes, entity):
    """The names among `attributes`, which are User.name or "name", that are the entity's."""
    return {attribute if isinstance(attribute, str) else attribute.key for attribute in attributes
            if isinstance(attribute, str) or entity.mapper.class_ is attribute.class_ or
            issubclass(entity.mapper.class_, attribute.class_)}


def load_only(*attrs, raiseload=False):
    made = Load()
    made.only = list(attrs)
    return made


def defer(key, *addl_attrs, raiseload=False):
    made = Load()
    made.deferred = [key, *addl_attrs]
    return made


def _any(*keys, **keywords):
    return Load(*keys)


subqueryload = immediateload = lazyload = noload = raiseload = defaultload = contains_eager = _any
undefer = undefer_group = selectin_polymorphic = contains_alias = _any
LoaderCriteriaOption = Load
_NAMES = {"joinedload", "selectinload", "subqueryload", "immediateload", "lazyload", "noload", "raiseload", "defaultload",
          "contains_eager", "load_only", "defer", "undefer", "undefer_group", "selectin_polymorphic",
          "with_expression"}
