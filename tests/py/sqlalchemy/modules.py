# Names as projects import them.
from sqlalchemy.util import immutabledict, OrderedSet, asbool, memoized_property
from sqlalchemy.util import unique_list
from sqlalchemy.ext.mutable import MutableDict, MutableList
from sqlalchemy import JSON, Column
import sqlalchemy as sa
print(immutabledict({"a": 1}), list(OrderedSet([1, 2, 1])), asbool("on"), unique_list([1, 1, 2]))
print(MutableDict.as_mutable(JSON), sa.util.OrderedDict, MutableList([1]))
from sqlalchemy.engine.reflection import Inspector
from sqlalchemy.engine.interfaces import ReflectedColumn
from sqlalchemy.sql.compiler import IdentifierPreparer
from sqlalchemy.dialects.mysql.base import MySQLDialect
from sqlalchemy.dialects import mysql, mssql, oracle, postgresql, sqlite
print(mysql.VARCHAR(50), mysql.LONGTEXT, mssql.DATETIME2, mysql.INTEGER(11), mysql.BOOLEAN, oracle.NUMBER)
from sqlalchemy.sql.functions import current_timestamp, now, GenericFunction
print(current_timestamp(), now())
from sqlalchemy.dialects.postgresql import insert, UUID, TIMESTAMP, ENUM, JSONB, ExcludeConstraint, array
from sqlalchemy.dialects.postgresql.base import PGDialect, CreateEnumType
print(isinstance(postgresql.dialect(), PGDialect), postgresql.dialect().name)
from alembic.script.revision import RevisionError, ResolutionError, MultipleHeads
print(MultipleHeads(["a", "b"], "head"), issubclass(ResolutionError, RevisionError))
from sqlalchemy.engine import Connection, Engine, Row, Result
import sqlalchemy.exc as x
print(x.TimeoutError, issubclass(x.NoSuchColumnError, KeyError))
