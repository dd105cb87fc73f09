# sa_values.sh -- Core on PostgreSQL: values both ways, create_all, inspection, errors, isolation levels.
cat >script.py <<'PY'
import sys, os, uuid, datetime, decimal, enum
import sqlalchemy as sa
from sqlalchemy import create_engine, text, inspect, MetaData, Table, Column, Integer, String, select
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.pool import NullPool
url = os.environ["PGURL"]
e = create_engine(url, poolclass=NullPool)
print(e.dialect.name, e.driver)
with e.connect() as c:
    print(c.dialect.server_version_info[0] > 10, c.get_isolation_level(), c.in_transaction())
    row = c.execute(text("select 1::int a, 2.50::numeric b, 'x'::text c, true d, now() > '2020-01-01' e, date '2024-02-03' f, timestamp '2024-02-03 04:05:06.7' g, timestamptz '2024-02-03 04:05:06+00' h, '{\"a\": [1, null]}'::jsonb i, array[1,2] j, '00000000-0000-0000-0000-000000000001'::uuid k, interval '1 day 02:03:04' l, '\\x0102'::bytea m, 1.5::float8 n, null o")).one()
    print(row)
    row = c.execute(text("select :a a, :b b, :c c, :d d, :e e, :f f, :g g, :h h, :i i, :j j, :k = any(:l) k"), dict(a=1, b=decimal.Decimal("1.10"), c="it's", d=True, e=None, f=datetime.date(2024,1,2), g=datetime.datetime(2024,1,2,3,4,tzinfo=datetime.timezone.utc), h=uuid.UUID(int=5), i=[1,2], j=b"ab", k="a", l=["a","b"])).one()
    print(row)
    print(c.execute(text("select x from generate_series(1,5) x where x in :ids"), {"ids": (1,3)}).scalars().all())
    print(c.execute(text("select x from generate_series(1,5) x where x in :ids").bindparams(sa.bindparam("ids", expanding=True)), {"ids": [1,3]}).scalars().all())
    c.rollback()
class Color(enum.Enum):
    red = "r"
    blue = "b"
m = MetaData()
p = Table("p", m, Column("id", Integer, primary_key=True), Column("c", sa.Enum(Color, name="color")), Column("s", sa.String(10), nullable=False, server_default="q"), Column("j", pg.JSONB), Column("u", sa.Uuid, default=uuid.uuid4), Column("arr", pg.ARRAY(sa.Integer)), Column("n", sa.Numeric(10,2)), Column("ts", sa.DateTime(timezone=True), server_default=sa.func.now()), sa.UniqueConstraint("s", "n", name="uq"), sa.Index("ix_p", "s", sa.text("lower(s)"), postgresql_where=sa.text("n > 0")), comment="hello")
q = Table("q", m, Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True), Column("p_id", Integer, sa.ForeignKey("p.id", ondelete="SET NULL", onupdate="CASCADE", deferrable=True, initially="DEFERRED")), Column("g", Integer, sa.Computed("p_id * 2")), sa.CheckConstraint("p_id > 0", name="ckq"))
m.create_all(e)
m.create_all(e)
i = inspect(e)
print(i.get_table_names(), i.get_enums(), i.get_schema_names())
for tn in ("p", "q"):
  for f in ("get_columns","get_pk_constraint","get_foreign_keys","get_unique_constraints","get_check_constraints","get_indexes","get_table_comment"):
    print(f, getattr(i,f)(tn))
with e.begin() as c:
    r = c.execute(p.insert().values(c=Color.red, j={"a": 1}, arr=[1,2], n=decimal.Decimal("1.5")))
    print(r.inserted_primary_key, r.rowcount)
    row = c.execute(select(p.c.id, p.c.c, p.c.j, p.c.arr, p.c.n)).one()
    print(row)
    print(c.execute(p.insert().returning(p.c.id), [{"s": "a", "n": 1}, {"s": "b", "n": 2}]).all())
    print(c.execute(p.update().where(p.c.s == "a").values(s="zz")).rowcount)
    print(c.execute(p.delete().where(p.c.s == "zz").returning(p.c.id, p.c.s)).all())
    try:
        with c.begin_nested():
            c.execute(text("insert into p (s, n) values (:s, :n)"), {"s": "b", "n": 2})
    except sa.exc.IntegrityError as ex:
        print(ex); print(ex.orig.pgcode, type(ex.orig))
    print(c.scalar(text("select count(*) from p")))
with e.connect() as c:
    try:
        c.execute(text("select * from nope where a = '%' and b = :b"), {"b": 1})
    except sa.exc.ProgrammingError as ex:
        print(ex)
    c.rollback()
    c.execution_options(isolation_level="AUTOCOMMIT")
    c.execute(text("create index concurrently ixx on p (n)"))
    print(c.get_isolation_level())
    try:
        c.execution_options(isolation_level="SERIALIZABLE")
    except sa.exc.InvalidRequestError as ex:
        print(ex)
with e.connect() as c:
    c.execute(text("COMMIT"))
    c.execute(text("create table z (a int)"))
    c.commit()
    print(inspect(c).has_table("z"))
    cur = c.connection.cursor()
    cur.execute("select %s, %s", (1, "a%"))
    print(cur.fetchall(), cur.description[0][0])
    c.exec_driver_sql("insert into z values (%(a)s)", [{"a": 1}, {"a": 2}])
    print(c.exec_driver_sql("select * from z").all())
m2 = MetaData()
t2 = Table("q", m2, autoload_with=e)
print([ (c.name, c.type, c.nullable, c.identity is not None, c.computed is not None) for c in t2.c], list(m2.tables))
print(str(sa.schema.CreateTable(t2).compile(e)))
m.drop_all(e)
print(inspect(e).get_table_names(), inspect(e).get_enums())
PY
run retort run script.py
