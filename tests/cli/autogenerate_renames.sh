# autogenerate_renames.sh -- tables and columns under a new name: with --rename, and what the file says without it.
new_project
cat >migrations/env.py <<'PY'
import os
import sys

from alembic import context
from sqlalchemy import create_engine

sys.path.insert(0, os.getcwd())
from models import metadata

engine = create_engine(context.config.get_main_option("sqlalchemy.url"))
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
PY
models() { { echo "from sqlalchemy import *"; echo "metadata = MetaData()"; cat; } >models.py; }
file() { sed -n '/^def upgrade/,$p' migrations/versions/$1_*.py; }
sql() { sqlite3 app.db "$1"; }

models <<'PY'
Table("member", metadata, Column("id", Integer, primary_key=True), Column("mail", String(50), index=True), Column("age", Integer))
PY
run retort -q revision --autogenerate --rev-id a1
run retort -q upgrade head
cat >insert.py <<'PY'
from sqlalchemy import create_engine, text

with create_engine("sqlite:///app.db").begin() as connection:
    connection.execute(text("INSERT INTO member (mail, age) VALUES ('a@b.c', 5), ('d@e.f', 6)"))
PY
must retort --allow write run insert.py

echo "== without an answer the file says what is lost"
models <<'PY'
Table("member", metadata, Column("id", Integer, primary_key=True), Column("email", String(50), index=True), Column("age", Integer))
PY
run retort -q revision --autogenerate --rev-id b1
file b1
rm migrations/versions/b1_*
run retort -q --compat revision --autogenerate --rev-id b1
file b1 | grep '#'
rm migrations/versions/b1_*

echo "== a column, and its type at once"
models <<'PY'
Table("member", metadata, Column("id", Integer, primary_key=True), Column("email", String(80), index=True), Column("age", Integer))
PY
run retort -q revision --autogenerate --rev-id b1 --rename member.mail:email
file b1
run retort -q upgrade head
run retort check
run retort -q downgrade -1
run retort -q upgrade head

echo "== a table, with a column"
models <<'PY'
Table("user", metadata, Column("id", Integer, primary_key=True), Column("email", String(80), index=True), Column("years", Integer))
PY
run retort -q revision --autogenerate --rev-id c0
file c0
rm migrations/versions/c0_*
run retort -q revision --autogenerate --rev-id c1 --rename member:user --rename member.age:years
file c1
run retort -q upgrade head
run retort check
cat >rows.py <<'PY'
from sqlalchemy import create_engine, text

with create_engine("sqlite:///app.db").connect() as connection:
    print(connection.execute(text('SELECT email, years FROM "user"')).all())
PY
run retort run rows.py

echo "== what cannot be renamed"
run retort revision --autogenerate --rev-id d1 --rename nothing:something
run retort revision --autogenerate --rev-id d1 --rename user
ls migrations/versions

echo "== what the SQL of the table says of it: kept, changed and dropped, and back"
models <<'PY'
Table("stock", metadata, Column("id", Integer, primary_key=True), Column("sum", Integer), Column("Max", Integer),
      CheckConstraint("sum >= 0 AND 'sum' <> \"Max\"", name="kept"), CheckConstraint("sum < 9", name="changed"),
      CheckConstraint('sum <> "Max"', name="dropped"), Index("part", "Max", sqlite_where=text("sum > 1")),
      Index("gone", text("abs(sum)"), sqlite_where=text("abs(sum) > 1")))
PY
rm -f app.db migrations/versions/*
run retort -q revision --autogenerate --rev-id e1
run retort -q upgrade head
parts() { sql .schema | tr -d '"' | sed '/alembic_version/d; s/ IF NOT EXISTS//' | sort; }
parts >before
models <<'PY'
Table("stock", metadata, Column("id", Integer, primary_key=True), Column("order", Integer), Column("top", Integer),
      CheckConstraint("\"order\" >= 0 AND 'sum' <> top", name="kept"), CheckConstraint('"order" < 10', name="changed"),
      Index("part", "top", sqlite_where=text('"order" > 1')))
PY
run retort -q revision --autogenerate --rev-id e2 --rename stock.sum:order --rename stock.Max:top
file e2
run retort -q upgrade head
run retort check
run retort -q downgrade -1
parts | diff before - && echo "as before"

echo "== names that go round, and one that moves up: columns and tables"
models <<'PY'
Table("lefts", metadata, Column("id", Integer, primary_key=True), Column("a", Integer), Column("b", String(9)), Column("c", Integer),
      CheckConstraint("a > c", name="ck"))
Table("rights", metadata, Column("id", Integer, primary_key=True), Column("n", Integer))
PY
rm -f app.db migrations/versions/*
run retort -q revision --autogenerate --rev-id f1
run retort -q upgrade head
echo "from sqlalchemy import create_engine, text
with create_engine('sqlite:///app.db').begin() as connection:
    connection.execute(text(\"INSERT INTO lefts VALUES (1, 3, 'text', 2)\"))
    connection.execute(text('INSERT INTO rights VALUES (7, 8)'))" >insert.py
must retort --allow write run insert.py
dump() { sql .dump | tr -d '"' | sed 's/ IF NOT EXISTS//' | sort; }
dump >before
models <<'PY'
Table("rights", metadata, Column("id", Integer, primary_key=True), Column("b", Integer), Column("a", String(9)), Column("d", Integer),
      CheckConstraint("b > d", name="ck"))
Table("lefts", metadata, Column("id", Integer, primary_key=True), Column("n", Integer))
PY
run retort -q revision --autogenerate --rev-id f2 --rename lefts:rights --rename rights:lefts --rename lefts.a:b --rename lefts.b:a --rename lefts.c:d
file f2
run retort -q upgrade head
run retort check
sql 'SELECT b, a, d FROM rights'
sql 'SELECT id, n FROM lefts'
run retort -q downgrade -1
dump | diff before - && echo "as before"
