"""Table, Column and mapped_column as SQLAlchemy's own tests make them: options of those tests are left out."""

import sqlalchemy
from sqlalchemy import orm


def _plain(make, args, keywords):
    return make(*args, **{name: value for name, value in keywords.items() if not name.startswith("test_")})


def Table(*args, **keywords):
    return _plain(sqlalchemy.Table, args, keywords)


def Column(*args, **keywords):
    return _plain(sqlalchemy.Column, args, keywords)


def mapped_column(*args, **keywords):
    return _plain(orm.mapped_column, args, keywords)
