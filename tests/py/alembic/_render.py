"""What the tests of rendering share: names for the expressions in them, and contexts."""

import enum
import re

import sqlalchemy as sa
from alembic.autogenerate import api, render
from alembic.ddl.postgresql import CreateExcludeConstraintOp
from alembic.migration import MigrationContext
from alembic.operations import ops
from sqlalchemy import *
from sqlalchemy import types
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite
from sqlalchemy.dialects.postgresql import JSONB, ExcludeConstraint
from sqlalchemy.schema import DefaultClause, conv
from sqlalchemy.sql import expression
from sqlalchemy.types import TypeDecorator, UserDefinedType

CONVENTION = {
    "ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s"}


class Color(enum.Enum):
    red = 1
    green = "g"


class MyT(TypeDecorator):
    impl = String


class MyT2(TypeDecorator):
    impl = String

    def __init__(self, length=None, extra="x", **keywords):
        super().__init__(length, **keywords)
        self.extra = extra


class MyT3(TypeDecorator):
    impl = String(12)


class MyT4(TypeDecorator):
    impl = Numeric

    def __repr__(self):
        return "MyT4<<>>"


class MyU(UserDefinedType):
    def __init__(self, dim, *, other=None):
        self.dim = dim
        self.other = other

    def get_col_spec(self, **keywords):
        return f"MYU({self.dim})"


class MySub(String):
    pass


class MyEnum(Enum):
    pass


class MyJ(TypeDecorator):
    impl = JSON

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(JSONB())


class MyArr(ARRAY):
    pass


def context(dialect, **options):
    settings = dict(sqlalchemy_module_prefix="sa.", alembic_module_prefix="op.", target_metadata=MetaData(),
                    render_item=None, user_module_prefix=None, render_as_batch=False)
    settings.update(options)
    return api.AutogenContext(MigrationContext.configure(dialect_name=dialect, opts=settings))


def said(make):
    try:
        text = str(make())
    except Exception as error:
        text = f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"
    return re.sub(" at 0x[0-9a-f]+", "", text)
