"""Names of Flask-SQLAlchemy, under their other module."""

from flask_sqlalchemy import Model, camel_to_snake_case, should_set_tablename  # noqa: F401
