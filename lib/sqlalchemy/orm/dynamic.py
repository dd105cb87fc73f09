"""relationship(lazy="dynamic"): a query instead of a list."""

from sqlalchemy.orm.base import Parametrised
from sqlalchemy.orm.state import related_query, state_of


class DynamicCollection(Parametrised):
    def __init__(self, instance, prop):
        self.instance, self.prop = instance, prop

    def _query(self):
        from sqlalchemy.exc import InvalidRequestError

        state = state_of(self.instance)
        if state.session is None:
            raise InvalidRequestError(f"Parent instance {state} is not attached to any Session")
        wanted = [getattr(self.instance, state.mapper.get_property_by_column(local).key)
                  for local, _ in self.prop.joined[1]]
        return related_query(state.session, self.prop, wanted)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._query(), name)

    def __iter__(self):
        return iter(self._query())

    def __getitem__(self, index):
        return self._query()[index]

    def select(self):
        return self._query()._statement()

    def append(self, item):
        pending = self.instance.__dict__.setdefault("_sa_dynamic", {}).setdefault(self.prop.key, [])
        pending.append(item)
        state = state_of(self.instance)
        if state.session is not None:
            state.session.add(item)

    add = append

    def extend(self, items):
        for item in items:
            self.append(item)

    add_all = extend


WriteOnlyCollection = AppenderQuery = DynamicCollection
