"""Targets of events; listening itself is sqlalchemy.event."""


class AttributeEvents:
    pass


class InstanceEvents:
    pass


class InstrumentationEvents:
    pass


class MapperEvents:
    pass


class QueryEvents:
    pass


class SessionEvents:
    pass
