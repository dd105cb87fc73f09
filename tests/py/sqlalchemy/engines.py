# URLs, transactions, results and their errors.
import sqlalchemy as sa
from sqlalchemy import create_engine, text, inspect, event, MetaData, Table, Column, Integer, String, exc
from sqlalchemy.engine import Engine, URL, make_url, engine_from_config
from sqlalchemy.pool import NullPool, StaticPool
e = create_engine("sqlite://")
u = make_url("postgresql+asyncpg://me:p%40@h:5/db?a=1&b=2&b=3")
print(u, repr(u), u.render_as_string(hide_password=False), u.password, dict(u.query), u.get_backend_name(), u.get_driver_name(), u.set(drivername="postgresql", host="z"), u.port, u == make_url(u))
print(URL.create("sqlite", database="x.db"), str(URL.create("postgresql", "a", "b:c", "h", 1, "d")), u.database.upper())
try:
    create_engine("mysqlx://foo")
except exc.NoSuchModuleError as ex:
    print(ex)
try:
    create_engine("not a url")
except exc.ArgumentError as ex:
    print(ex)
try:
    create_engine(None)
except exc.ArgumentError as ex:
    print(ex)
with e.connect() as c:
    t = c.begin()
    try:
        c.begin()
    except exc.InvalidRequestError as ex:
        print(ex)
    t.commit()
    try:
        t.commit()
    except exc.InvalidRequestError as ex:
        print(ex)
    print(t.is_active, c.in_transaction())
    c.execute(text("select 1"))
    print(c.in_transaction(), c.get_transaction().is_active)
    try:
        c.begin()
    except exc.InvalidRequestError as ex:
        print(ex)
try:
    c.execute(text("select 1"))
except exc.ResourceClosedError as ex:
    print(ex)
print(c.closed)
e2 = create_engine("sqlite://", isolation_level="AUTOCOMMIT", poolclass=StaticPool)
with e2.connect() as c:
    print(c.get_isolation_level(), c.default_isolation_level)
    c.execute(text("create table x (a int)"))
    r = c.execute(text("insert into x values (1)"))
    print(r.rowcount, r.returns_rows)
    try:
        r.fetchall()
    except exc.ResourceClosedError as ex:
        print(ex)
    r = c.execute(text("select 1 a, 2 b, 3 a"))
    row = r.first()
    print(row, row.b)
    try:
        row.a
    except exc.InvalidRequestError as ex:
        print(ex)
    try:
        row._mapping["zz"]
    except KeyError as ex:
        print("KeyError", type(ex).__name__, ex)
    try:
        row["b"]
    except Exception as ex:
        print(type(ex).__name__, ex)
    try:
        r.first()
    except exc.ResourceClosedError as ex:
        print(ex)
    r = c.execute(text("select 1 union select 2 union select 3"))
    print(r.fetchone(), r.fetchmany(1), r.fetchall(), r.fetchall(), r.fetchone())
    print(list(c.execute(text("select 1 union select 2 union select 3")).partitions(2)))
    print(c.execute(text("select 1 a, 2 b")).mappings().one(), c.execute(text("select 5 where 0")).scalar_one_or_none())
    try:
        c.execute(text("select 5 where 0")).scalar_one()
    except exc.NoResultFound as ex:
        print(ex)
    a, b = c.execute(text("select 1 a, 2 b")).one()
    print(a, b, c.execute(text("select 1 a, 2 b")).one() == (1, 2), c.exec_driver_sql("select ?, ?", (1, "z")).one(), c.exec_driver_sql("select :a", {"a": 7}).scalar())
    print(c.execute(text("select 1 a, 2 b")).columns("b").all(), c.execute(text("select 1 union all select 1")).unique().all(), c.execute(text("select 1 a, 2 b")).scalars("b").all())
    for bad in ([1, 2], 5, [(1,)]):
        try:
            c.execute(text("select :a"), bad)
        except exc.ArgumentError as ex:
            print(ex)
with e2.connect() as c:
    print(c.scalar(text("select count(*) from x")))
    try:
        c.execution_options(isolation_level="FOO")
    except exc.InvalidRequestError as ex:
        print("IRE", ex)
    except exc.ArgumentError as ex:
        print(ex)
class E(Exception): pass
try:
    with e2.begin() as c:
        raise E("boo")
except E as ex:
    print("got", ex)
c = e2.connect()
print(repr(c)[:45], c.dialect.name, c.engine is e2, c.engine.url)
c.close()
print(str(exc.ProgrammingError("select 1", {"a": 1}, ValueError("x"))))
print(exc.SQLAlchemyError("a", code="xyz"), exc.ArgumentError("q"), exc.InvalidRequestError().args)
try:
    raise exc.NoSuchTableError("t1")
except exc.InvalidRequestError as ex:
    print(type(ex), ex)
print(e.dialect.identifier_preparer.quote("select"), e.dialect.identifier_preparer.quote("abc"), e.dialect.identifier_preparer.quote_identifier("abc"), e.dialect.supports_alter)
