# postgresql_enum.sh -- alembic_postgresql_enum in env.py: types are created and dropped by lines of their own and given
# other members by op.sync_enum_values, with defaults, arrays, indexes and rows kept; Retort's own detection is silent.
new_project "$DATABASE_URL"
sed -i 's/^\[alembic\]/&\nprepend_sys_path = ./' alembic.ini
put models.py <<'PY'
import os

from sqlalchemy import Column, Enum, Index, Integer, MetaData, Table, text
from sqlalchemy.dialects import postgresql

metadata = MetaData()
state = int(os.environ["STATE"])
status = ("new", "paid") if state == 1 else ("new", "it's", "paid")
orders = Table(
    "orders", metadata, Column("id", Integer, primary_key=True),
    Column("status", Enum(*status, name="status"), server_default=text("'new'")),
    Column("tags", postgresql.ARRAY(Enum("x", "y", name="tag")), server_default=text("'{x}'")),
)
Index("ix_paid", orders.c.id, postgresql_where=orders.c.status == "paid")
PY
put migrations/env.py <<'PY'
import alembic_postgresql_enum
from alembic import context
from sqlalchemy import engine_from_config, pool

from models import metadata

alembic_postgresql_enum.set_configuration(alembic_postgresql_enum.Config(add_type_ignore=True))
engine = engine_from_config(context.config.get_section("alembic"), prefix="sqlalchemy.", poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=metadata)
    with context.begin_transaction():
        context.run_migrations()
PY
present() {
    rows "SELECT 'type ' || t.typname || ' ' || string_agg(e.enumlabel, ',' ORDER BY enumsortorder)
          FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.typname
          UNION ALL SELECT 'column ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' ||
                           coalesce(pg_get_expr(d.adbin, d.adrelid), '')
          FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
          WHERE a.attrelid = to_regclass('orders') AND a.attnum > 0 AND a.attname <> 'id'
          UNION ALL SELECT indexdef FROM pg_indexes WHERE indexname = 'ix_paid' ORDER BY 1"
}
for state in 1 2; do
    export STATE=$state
    echo "== state $state"
    present >before
    must retort revision --autogenerate --rev-id s$state -m s$state >/dev/null 2>&1
    sed -n '/^from/,$p' migrations/versions/s${state}_*.py | grep -v 'typing\|^ *# #'
    must retort -q upgrade head
    present
    run_stdout retort check
    must retort -q downgrade -1
    present | diff before - && echo "as before"
    must retort -q upgrade head
    [ $state != 1 ] || rows "INSERT INTO orders (status, tags) VALUES ('paid', '{x,y}'), (DEFAULT, DEFAULT)"
done
echo "== members renamed, a row and a default with them"
new_revision s3 s2 "renamed" <<'PY'
from alembic_postgresql_enum import ColumnType, TableReference
op.sync_enum_values(enum_schema="public", enum_name="status", new_values=["open", "paid"],
    affected_columns=[TableReference(table_schema="public", table_name="orders", column_name="status", existing_server_default="'new'::status")],
    enum_values_to_rename=[("new", "open")])
op.sync_enum_values("public", "tag", ["y", "x"], [("orders", "tags", ColumnType.ARRAY)], [])
PY
run retort -q upgrade head
present
rows "SELECT status, tags FROM orders ORDER BY id"
echo "== a row holds the member that goes"
new_revision s4 s3 "gone" <<'PY'
op.sync_enum_values("public", "status", ["open"], [("orders", "status")])
PY
run retort -q upgrade head
present
