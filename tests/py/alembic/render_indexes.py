"""Indexes of every kind, created and dropped, by themselves and in batch mode, in a schema and without."""

from _render import *

INDEXES = r"""
Index("i", t.c.a)
Index("i", t.c.a, t.c.b, unique=True)
Index("i", t.c.a.desc())
Index("i", t.c.a.desc().nulls_last(), text("b"))
Index("i", func.lower(t.c.b))
Index("i", func.lower(t.c.b).label("x"), postgresql_ops={"x": "text_pattern_ops"})
Index("i", t.c.b, postgresql_ops={"b": "text_pattern_ops"}, postgresql_using="gin", postgresql_with={"fillfactor": 50}, postgresql_tablespace="ts", postgresql_concurrently=True, postgresql_include=["a"], postgresql_nulls_not_distinct=True)
Index("i", t.c.b, postgresql_where=t.c.a > 5)
Index("i", t.c.b, postgresql_where=text("a > 5"))
Index("i", t.c.b, postgresql_where=and_(t.c.a > 5, t.c.b == "x'y"))
Index("i", t.c.b, postgresql_where=t.c.f)
Index("i", t.c.b, postgresql_where=~t.c.f)
Index("i", t.c.b, postgresql_where=t.c.f.is_(True))
Index("i", t.c.b, postgresql_where=t.c.a.in_([1,2]))
Index("i", t.c.b, sqlite_where=t.c.a.isnot(None))
Index("i", t.c.b, sqlite_where=text("a > 5"), postgresql_where=text("a > 6"))
Index("i", t.c.b, mysql_length=10, mysql_prefix="FULLTEXT")
Index("i", t.c.b, mysql_length={"b": 10})
Index("i", t.c.b, mssql_include=["a"])
Index("i", cast(t.c.a, String(5)))
Index("i", t.c.a + 5)
Index("i", (t.c.a * 2).desc())
Index("i", t.c.j["x"].astext)
Index("i", t.c.j["x"])
Index("i", t.c.b.collate("C"))
Index("i", func.coalesce(t.c.a, 0), t.c.b)
Index("i", extract("year", t.c.d))
Index("i", func.date_trunc("day", t.c.d))
Index("i", case((t.c.a > 5, t.c.b), else_="x"))
Index("i", func.my.fn(t.c.a))
Index("i", t.c.a.op("||")("x"))
Index("i", func.to_tsvector(text("'english'::regconfig"), t.c.b), postgresql_using="gin")
Index(None, t.c.a)
Index(conv("ix"), t.c.a)
Index("i", "a", _table=t)
Index("i", t.c.a, postgresql_include=[t.c.b])
Index("i", t.c.a, info={"z": 1})
Index("i", nulls_first(t.c.a.asc()))
Index("i", t.c.b, postgresql_where="a > 5")
Index("i", t.c.a, postgresql_ops={"a": "int4_ops"}, unique=False)
Index("i", func.lower(t.c.b), unique=True, postgresql_where=func.length(t.c.b) > 5)
""".strip().splitlines()


def text_of(source, dialect, schema, batch):
    global t
    m = MetaData()
    t = Table("t", m, Column("a", Integer), Column("b", String), Column("f", Boolean), Column("j", JSONB),
              Column("d", DateTime), schema=schema)
    index = eval(source)
    into = context(dialect, target_metadata=m, render_as_batch=batch)
    operations = [ops.CreateIndexOp.from_index(index), ops.DropIndexOp.from_index(index)]
    return render.render_op_text(into, ops.ModifyTableOps("t", operations, schema=schema))


for dialect, schema, batch in (("postgresql", None, False), ("postgresql", "s", True), ("sqlite", None, True)):
    print("#", dialect, schema, batch)
    for source in INDEXES:
        print(source, said(lambda: text_of(source, dialect, schema, batch)), sep="\n")
