"""Names of Flask-SQLAlchemy, under their other module."""

from flask_sqlalchemy import Model, camel_to_snake_case, should_set_tablename  # noqa: F401


def __getattr__(name):
    if name == "DefaultMeta":
        from flask_sqlalchemy import DefaultMeta

        return DefaultMeta
    raise AttributeError(f"module 'flask_sqlalchemy.model' has no attribute {name!r}")
