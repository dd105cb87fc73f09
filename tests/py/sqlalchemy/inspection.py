# What inspect() and autoload_with read from SQLite's odder tables.
import sqlalchemy as sa
from sqlalchemy import create_engine, text, inspect, event, MetaData, Table, Column, Integer, String, exc
from sqlalchemy.engine import Engine, URL, make_url, engine_from_config
from sqlalchemy.pool import NullPool, StaticPool
e = engine_from_config({"sqlalchemy.url": "sqlite://", "sqlalchemy.echo": "false"}, prefix="sqlalchemy.")
log = []
@event.listens_for(e, "connect")
def fk(dbapi_connection, record):
    cur = dbapi_connection.cursor()
    cur.execute("PRAGMA foreign_keys=ON")
    cur.close()
    log.append("connect")
with e.connect() as c:
    print(c.execute(text("PRAGMA foreign_keys")).scalar(), log)
    for s in """create table par (a integer, b integer, constraint pk_par primary key (a, b))
create table "Odd Name" (id INTEGER PRIMARY KEY AUTOINCREMENT, x VARCHAR(20) DEFAULT 'q' NOT NULL UNIQUE, y NUMERIC(10, 2), z DOUBLE PRECISION, w BLOB, v, gen INTEGER GENERATED ALWAYS AS (id * 2) STORED, CHECK (y > 0), CONSTRAINT "ck two" CHECK (z < (1 + 2)), a INT, b INT)
create table kid (id integer primary key, a integer, b integer, p integer REFERENCES par2(id), constraint fk1 foreign key (a, b) references par (a, b) on delete set null on update cascade, unique (a), constraint uq2 unique (b, a))
create table par2 (id integer primary key, d date, dt timestamp, j json, bo boolean, t text, u char(32), f float, big bigint)
create index ix1 on kid (a)
create unique index ix2 on kid (b) where a > 5
create index ix3 on kid (lower(a))
create view vv as select * from par""".split("\n"):
        try:
            c.execute(text(s))
        except exc.OperationalError as ex:
            print(ex)
    i = inspect(c)
    print(i.get_table_names(), i.get_view_names(), i.get_schema_names(), i.default_schema_name)
    for tn in i.get_table_names() + ["vv"]:
        for f in ("get_columns","get_pk_constraint","get_foreign_keys","get_unique_constraints","get_check_constraints"):
            try:
                print(tn, f, getattr(i,f)(tn))
            except Exception as ex:
                print(type(ex), ex)
        print([{k: (str(v) if k != "dialect_options" else {a: str(b) for a, b in v.items()}) for k, v in d.items()} for d in i.get_indexes(tn)])
    for f in ("get_columns", "get_indexes", "get_pk_constraint"):
        try:
            getattr(i, f)("nope")
        except exc.NoSuchTableError as ex:
            print("NoSuchTable", ex)
    print(i.has_table("kid"), i.has_table("nope"), i.has_table("vv"), i.has_index("kid", "ix1"), i.has_schema("main"))
    m = MetaData()
    k = Table("kid", m, autoload_with=c)
    print(sorted(m.tables), [(x.name, sorted(f.target_fullname for f in x.foreign_keys)) for x in k.columns], sorted(x.name for x in k.indexes), sorted(str(x.name) for x in k.constraints))
    try:
        Table("nope", m, autoload_with=c)
    except exc.NoSuchTableError as ex:
        print("NST", ex, "nope" in m.tables)
    c.rollback()
