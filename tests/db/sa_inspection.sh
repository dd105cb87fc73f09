# sa_inspection.sh -- what inspect() and reflect() read from the odder parts of PostgreSQL.
cat >script.py <<'PY'
import os
import sqlalchemy as sa
from sqlalchemy import *
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.schema import CreateSchema, DropSchema
e = create_engine(os.environ["PGURL"])
m = MetaData()
with e.begin() as c:
    c.execute(text("drop schema if exists s1 cascade"))
    c.execute(CreateSchema("s1", if_not_exists=True))
    c.execute(text("create domain s1.posint as int not null check (value > 0)"))
    c.execute(text("create type s1.mood as enum ('sad', 'ok')"))
    c.execute(text("""create table s1."Weird T" (a s1.posint default 3, b s1.mood[], c interval day to second(3), d time(2) with time zone, e numeric, f numeric(5), g varchar, h char(3), i bit varying(5), j text collate "C", k int4range, l double precision, m real, n inet, o oid, p "char", q money, r tsvector, s timestamp(3), primary key (a, e) include (f))"""))
    c.execute(text("""create table s1.kid (x int, y numeric, z text, constraint fkk foreign key (x, y) references s1."Weird T" (a, e) match full on delete set null on update restrict)"""))
    c.execute(text("create index i1 on s1.kid using gin (to_tsvector('english', z))"))
    c.execute(text("create unique index i2 on s1.kid (x desc nulls last, y text_pattern_ops) include (z) where x > 5".replace("y text_pattern_ops", "z text_pattern_ops")))
    c.execute(text("create index i3 on s1.kid (y) with (fillfactor=50)"))
    c.execute(text("alter table s1.kid add constraint ck1 check (x > 0 and (y < 5 or z = '(')) not valid"))
    c.execute(text("create view s1.vv as select 1 as one"))
    c.execute(text("create materialized view s1.mv as select 1 as one"))
    c.execute(text("create sequence s1.sq"))
    c.execute(text("comment on column s1.kid.x is 'it''s'"))
    i = inspect(c)
    print(i.get_table_names("s1"), i.get_view_names("s1"), i.get_materialized_view_names("s1"), i.get_sequence_names("s1"), i.has_sequence("sq", "s1"), i.get_view_definition("vv", "s1"), i.get_enums("s1"), i.get_enums())
    print(i.get_domains("s1"), i.get_domains() == i.get_domains("public"), [d["name"] for d in i.get_domains("*") if d["schema"] == "s1"])
    for t in ("Weird T", "kid", "vv"):
        for f in ("get_columns","get_pk_constraint","get_foreign_keys","get_unique_constraints","get_check_constraints","get_indexes"):
            r = getattr(i,f)(t, schema="s1")
            for x in (r if isinstance(r, list) else [r]): print(t, f, x)
    mm = MetaData()
    mm.reflect(c, schema="s1", views=True)
    print(list(mm.tables))
    for t in mm.sorted_tables: print(str(sa.schema.CreateTable(t).compile(c)))
    for ix in sorted(mm.tables["s1.kid"].indexes, key=lambda x: x.name): print(sa.schema.CreateIndex(ix).compile(c))
    n = Table("n", MetaData(), Column("id", Integer, primary_key=True), Column("d", JSON), Column("v", String), schema="s1")
    n.create(c)
    c.execute(n.insert(), [{"d": {"k": k}, "v": "v%d" % k} for k in range(500)])
    c.execute(text("insert into s1.n (v) values (:v)"), [{"v": str(k)} for k in range(500)])
    tot = 0
    for row in c.execute(select(n)): tot += row.id
    print(tot)
    print(c.execute(select(n.c.d).where(n.c.d["k"].as_integer() == 7)).scalar())
    seq = Sequence("sq", schema="s1")
    print(c.scalar(select(seq.next_value())), c.scalar(seq))
    r = c.connection
    print(r.dbapi_connection is r, c.dialect.default_schema_name)
    c.execute(DropSchema("s1", cascade=True))
with e.connect() as c:
    c.connection.set_isolation_level(0)
    c.execute(text("VACUUM"))
    c.connection.set_isolation_level(1)
c = e.connect()
c.execute(text("select 1"))
c.invalidate()
try:
    c.execute(text("select 1"))
except sa.exc.SQLAlchemyError as ex:
    print(type(ex).__name__, ex)
PY
run retort run script.py
