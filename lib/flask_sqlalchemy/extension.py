"""Names of Flask-SQLAlchemy, under their other module."""

from flask_sqlalchemy import SQLAlchemy  # noqa: F401
