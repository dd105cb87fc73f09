"""Names of session, under their other module."""

from sqlalchemy.orm.session import scoped_session, QueryPropertyDescriptor  # noqa: F401
