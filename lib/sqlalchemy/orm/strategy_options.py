"""Loading options: accepted, because what they change is when a related object is read, not what it is."""


class Load:
    def __init__(self, *arguments, **keywords):
        self.arguments = arguments

    def __getattr__(self, name):
        if name not in _NAMES:
            raise AttributeError(name)
        return lambda *arguments, **keywords: self

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


def _any(*keys, **keywords):
    return Load(*keys)


subqueryload = immediateload = lazyload = noload = raiseload = defaultload = contains_eager = load_only = _any
defer = undefer = undefer_group = selectin_polymorphic = contains_alias = _any
LoaderCriteriaOption = Load
_NAMES = {"joinedload", "selectinload", "subqueryload", "immediateload", "lazyload", "noload", "raiseload", "defaultload",
          "contains_eager", "load_only", "defer", "undefer", "undefer_group", "selectin_polymorphic",
          "with_expression"}
