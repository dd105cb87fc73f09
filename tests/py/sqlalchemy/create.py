# create_all and drop_all with enums, sequences and cycles; DDL events; savepoints; long parameter lists.
import sqlalchemy as sa
from sqlalchemy import *
from sqlalchemy.schema import CreateSchema, CreateSequence, DropSequence
from sqlalchemy.pool import NullPool
from sqlalchemy import event, exc, create_mock_engine
stmts = []
def dump(sql, *multiparams, **params):
    stmts.append(str(sql.compile(dialect=mock.dialect)).strip())
mock = create_mock_engine("postgresql+psycopg2://", dump)
m = MetaData()
a = Table("a", m, Column("id", Integer, primary_key=True), Column("b_id", Integer, ForeignKey("b.id", name="fk_ab", use_alter=True)), Column("e", Enum("x", "y", name="xy")))
b = Table("b", m, Column("id", Integer, Sequence("b_seq"), primary_key=True), Column("a_id", Integer, ForeignKey("a.id", name="fk_ba")), Column("e", Enum("x", "y", name="xy")), comment="tb")
c = Table("c", m, Column("id", Integer, primary_key=True), Column("v", String, index=True, comment="cc"))
Sequence("lonely", metadata=m, start=5)
m.create_all(mock, checkfirst=False)
for s in stmts: print("--", s)
stmts.clear()
m.drop_all(mock, checkfirst=False)
for s in stmts: print("--", s)
stmts.clear()
Enum("q", "r", name="qr").create(mock, checkfirst=False)
c.create(mock, checkfirst=False); c.drop(mock, checkfirst=False)
for s in stmts: print("--", s)
e = create_engine("sqlite://")
log = []
@event.listens_for(c, "after_create")
def ac(target, connection, **kw):
    log.append(("after_create", target.name, sorted(kw), connection.dialect.name))
event.listen(c, "before_drop", lambda target, connection, **kw: log.append("bd"))
event.listen(c, "after_create", DDL("CREATE INDEX zz ON %(table)s (v)").execute_if(dialect="sqlite"))
event.listen(c, "after_create", DDL("CREATE EXTENSION foo").execute_if(dialect="postgresql"))
event.listen(m, "before_create", lambda target, connection, **kw: log.append(("meta", [t.name for t in kw["tables"]])))
m.create_all(e)
print(inspect(e).get_indexes("c"), log)
m.create_all(e, tables=[c])
c.drop(e)
print(log, inspect(e).has_table("c"))
try:
    c.drop(e)
except exc.OperationalError as ex:
    print(ex)
c.drop(e, checkfirst=True)
c.create(e)
m.drop_all(e)
print(inspect(e).get_table_names())
# transactional sqlite recipe
e2 = create_engine("sqlite://")
@event.listens_for(e2, "connect")
def do_connect(dbapi_connection, connection_record):
    dbapi_connection.isolation_level = None
@event.listens_for(e2, "begin")
def do_begin(conn):
    log.append("begin")
    conn.exec_driver_sql("BEGIN")
with e2.connect() as cn:
    cn.execute(text("create table r (a int)"))
    cn.execute(text("insert into r values (1)"))
    cn.rollback()
    print(inspect(cn).get_table_names())
# legacy pysqlite
e3 = create_engine("sqlite://")
with e3.connect() as cn:
    cn.execute(text("create table r (a int)"))
    cn.execute(text("insert into r values (1)"))
    cn.rollback()
    print(inspect(cn).get_table_names(), cn.execute(text("select * from r")).all())
    with cn.begin_nested():
        cn.execute(text("insert into r values (2)"))
    sp = cn.begin_nested()
    cn.execute(text("insert into r values (3)"))
    sp.rollback()
    cn.commit()
    print(cn.execute(text("select * from r")).all(), sp.is_active)
    try:
        sp.commit()
    except exc.InvalidRequestError as ex:
        print(ex)
    cn.rollback()
    raw = cn.connection
    cur = raw.cursor()
    cur.execute("insert into r values (?)", (9,))
    raw.commit()
    cur.execute("select a from r order by a")
    print(cur.fetchone(), cur.fetchall(), cur.description[0][0])
raw = e3.raw_connection()
cur = raw.cursor(); cur.execute("select count(*) from r"); print(cur.fetchall()); raw.close()
eh = create_engine("sqlite://", hide_parameters=True)
with eh.connect() as cn:
    try:
        cn.execute(text("select * from nope where a = :a"), {"a": 1})
    except exc.OperationalError as ex:
        print(ex)
    try:
        cn.execute(text("insert into nope values (:a)"), [{"a": 1}, {"a": 2}])
    except exc.DBAPIError as ex:
        print(ex)
with e3.connect() as cn:
    try:
        cn.execute(text("insert into nope values (:a)"), [{"a": i} for i in range(12)])
    except exc.DBAPIError as ex:
        print(ex)
    try:
        cn.execute(text("insert into nope values (:a)"), {"a": "x" * 400})
    except exc.DBAPIError as ex:
        print(ex)
em = create_engine("sqlite://", execution_options={"schema_translate_map": {"s1": None}})
t = Table("tt", MetaData(), Column("a", Integer), schema="s1")
t.create(em)
with em.begin() as cn:
    cn.execute(t.insert(), [{"a": 1}, {"a": 2}])
    print(cn.execute(select(t)).all(), inspect(cn).get_table_names())
try:
    create_engine("sqlite://", foo=1)
except TypeError as ex:
    print(str(ex)[:60])
