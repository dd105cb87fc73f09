# The names that reflection knows types by, as the attribute of the class of a dialect.
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql.base import PGDialect, ischema_names
from sqlalchemy.dialects.sqlite.base import SQLiteDialect

SQLiteDialect.ischema_names["JSONB"] = sa.JSON
PGDialect.ischema_names["vector"] = sa.String
print(PGDialect.ischema_names is ischema_names, postgresql.dialect().ischema_names is ischema_names)
print(ischema_names["vector"].__name__, "JSONB" in sqlite.dialect().ischema_names)
for item in (sa.Index("x", sa.Column("a", sa.Integer)), sa.UniqueConstraint("a", info={"k": 1}), sa.CheckConstraint("a"),
             sa.ForeignKey("b.c"), sa.PrimaryKeyConstraint("a")):
    item.info["skip"] = True
    print(item.info)
    item.info = {}
    print(hasattr(item, "info"), item.info)
