# Engines, connections, results, a table created and read back, on SQLite.
import sqlalchemy as sa
from sqlalchemy import create_engine, text, inspect, MetaData, Table, Column, Integer, String, select
e = create_engine("sqlite://")
print(e, e.url, e.dialect.name, e.driver)
with e.begin() as c:
    c.execute(text("create table t (id integer primary key, name varchar(20) not null, d datetime)"))
    c.execute(text("insert into t (name) values (:n)"), {"n": "x"})
    c.execute(text("insert into t (name) values (:n)"), [{"n": "y"}, {"n": "z"}])
with e.connect() as c:
    r = c.execute(text("select id, name from t order by id"))
    print(r.keys(), r.rowcount)
    for row in r:
        print(row, row.id, row.name, row[1], row._mapping["name"], row._asdict())
    print(c.execute(text("select count(*) from t")).scalar())
    print(c.scalars(text("select name from t")).all())
    print([dict(m) for m in c.execute(text("select * from t")).mappings()])
    try:
        c.execute(text("insert into t (id, name) values (1, 'q')"))
    except sa.exc.IntegrityError as ex:
        print(type(ex), str(ex)); print(type(ex.orig), ex.statement, ex.params)
    try:
        c.execute("select 1")
    except sa.exc.ObjectNotExecutableError as ex:
        print(ex)
    try:
        c.execute(text("select :a"))
    except sa.exc.StatementError as ex:
        print(ex)
    try:
        c.execute(text("select 1")).one().foo
    except AttributeError as ex:
        print(ex)
    try:
        c.execute(text("select id from t")).one()
    except sa.exc.MultipleResultsFound as ex:
        print(ex)
m = MetaData()
t = Table("u", m, Column("id", Integer, primary_key=True), Column("v", String(5), unique=True, server_default="a"), Column("w", sa.Integer, sa.ForeignKey("t.id", ondelete="CASCADE"), index=True), sa.CheckConstraint("w > 0", name="ck"), Column("dt", sa.DateTime))
Table("t", m, autoload_with=e)
m.create_all(e)
i = inspect(e)
print(i.get_table_names(), i.has_table("u"))
for f in ("get_columns","get_pk_constraint","get_foreign_keys","get_unique_constraints","get_check_constraints","get_indexes"):
    print(f, getattr(i,f)("u"))
with e.begin() as c:
    import datetime
    c.execute(t.insert().values(v="b", w=1, dt=datetime.datetime(2024,1,2,3,4,5)))
    r = c.execute(t.insert(), {"v":"c"})
    print(r.inserted_primary_key, r.lastrowid)
    print(c.execute(select(t)).all())
    print(c.execute(select(t.c.v, t.c.dt).where(t.c.id == 1)).first())
    n = c.begin_nested()
    c.execute(t.delete())
    n.rollback()
    print(c.scalar(select(sa.func.count()).select_from(t)))
    print(c.in_transaction(), c.in_nested_transaction())
m2 = MetaData()
m2.reflect(e)
print(list(m2.tables), [(c.name, str(c.type), c.nullable, c.primary_key) for c in m2.tables["u"].c])
