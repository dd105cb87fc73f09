"""Names of query, under their other module."""

from sqlalchemy.orm.query import QueryContext, FromStatement  # noqa: F401
