"""GUID and TIMESTAMPAware columns."""

from sqlalchemy import CHAR, TIMESTAMP, TypeDecorator
from sqlalchemy.dialects.postgresql import UUID


class GUID(TypeDecorator):
    impl = CHAR
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(UUID(as_uuid=True))
        return dialect.type_descriptor(CHAR(36))

    def process_bind_param(self, value, dialect):
        return value if value is None or dialect.name == "postgresql" else str(value)

    def process_result_value(self, value, dialect):
        import uuid

        return value if value is None or isinstance(value, uuid.UUID) else uuid.UUID(value)


class TIMESTAMPAware(TypeDecorator):
    impl = TIMESTAMP
    cache_ok = True
