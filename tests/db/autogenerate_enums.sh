# autogenerate_enums.sh -- enum types follow the models: created, given new members, made again, dropped; and back.
new_project "$DATABASE_URL"
sed -i 's/^\[alembic\]/&\nprepend_sys_path = ./' alembic.ini
put models.py <<'PY'
import os

from sqlalchemy import Column, Enum, Integer, MetaData, Table
from sqlalchemy.dialects import postgresql

metadata = MetaData()
state = int(os.environ["STATE"])
members = {1: ("a", "b"), 2: ("a", "x:y", "b", "c"), 3: ("a", "b"), 4: ("b", "a")}[state]
columns = [
    Column("id", Integer, primary_key=True),
    Column("e", Enum(*members, name="ee"), server_default="b"),
    Column("arr", postgresql.ARRAY(Enum(*members, name="ee"))),
]
if state >= 2:
    columns.append(Column("f", Enum("p", "q", name="ff")))
if state == 2:
    Table("u", metadata, Column("id", Integer, primary_key=True), Column("g", Enum("g1", "g2", name="gg")))
Table("t", metadata, *columns)
PY
put migrations/env.py <<'PY'
from alembic import context
from sqlalchemy import engine_from_config, pool

from models import metadata

engine = engine_from_config(context.config.get_section("alembic"), prefix="sqlalchemy.", poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=metadata)
    with context.begin_transaction():
        context.run_migrations()
PY
types() { rows "SELECT t.typname || ' ' || string_agg(e.enumlabel, ',' ORDER BY enumsortorder)
                FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.typname ORDER BY 1"; }
for state in 1 2 3 4; do
    export STATE=$state
    echo "== state $state"
    [ $state = 1 ] || run_stdout retort check
    must retort revision --autogenerate --rev-id s$state -m s$state >/dev/null 2>&1
    sed -n '/^def upgrade/,$p' migrations/versions/s${state}_*.py | grep -v '^ *# #' | sed -E 's,\([0-9]+ (bytes|[kM]B)\),(SIZE),'
    types >before
    must retort upgrade head
    types
    run retort check
    must retort downgrade -1
    types | diff before - && echo "types as before"
    must retort upgrade head
    [ $state != 1 ] || rows "INSERT INTO t (e, arr) VALUES ('a', '{a,b}'), ('b', NULL)"
done
echo "== rows keep their members; a member that rows hold does not go"
rows "SELECT e, arr FROM t ORDER BY id"
rows "ALTER TYPE ee ADD VALUE 'z'"
rows "INSERT INTO t (e) VALUES ('z')"
must retort revision --autogenerate --rev-id s5 -m s5 >/dev/null 2>&1
run_stdout retort upgrade head
rows "SELECT e FROM t ORDER BY id"
