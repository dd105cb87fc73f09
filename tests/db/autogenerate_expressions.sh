# autogenerate_expressions.sh -- SQL in models against what the server makes of it: the same in other words is no
# difference; another CHECK, default, computed column or index is one, and its revision undoes itself.
new_project "$DATABASE_URL"
sed -i 's/^\[alembic\]/&\nprepend_sys_path = ./' alembic.ini
put models.py <<'PY'
from sqlalchemy import (Boolean, CheckConstraint, Column, Computed, DateTime, Index, Integer, MetaData, Numeric, String,
                        Table, func, text)
from sqlalchemy.dialects import postgresql

metadata = MetaData()
Table(
    "t", metadata,
    Column("id", Integer, primary_key=True),
    Column("total", Numeric(10, 2), server_default="0"),
    Column("n", Integer, server_default=text("0")),
    Column("name", String(20), server_default="draft"),
    Column("at", DateTime(timezone=True), server_default=text("timezone('utc', now())")),
    Column("at2", DateTime(timezone=True), server_default=func.now()),
    Column("ok", Boolean, server_default=text("TRUE")),
    Column("j", postgresql.JSONB, server_default=text("'{}'")),
    Column("c", Integer, Computed("n+1")),
    CheckConstraint("total>=0", name="ck_total"),
    CheckConstraint("n > 5", name="ck_n"),
    CheckConstraint("n <> 7"),
    Index("ix_lower", func.lower(text("name"))),
    Index("ix_part", "n", postgresql_where=text("n>3")),
    Index("ix_gin", "j", postgresql_using="gin"),
    Index("ix_inc", "n", postgresql_include=["name"]),
    Index("ix_plain", "n", "name"),
)
PY
put migrations/env.py <<'PY'
from logging.config import fileConfig

from alembic import context
from sqlalchemy import engine_from_config, pool

from models import metadata

fileConfig(context.config.config_file_name)
engine = engine_from_config(context.config.get_section("alembic"), prefix="sqlalchemy.", poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=metadata, compare_server_default=True)
    with context.begin_transaction():
        context.run_migrations()
PY
quietly() { "$@" 2>&1 | grep -v 'autogenerate plugin\|assuming SERIAL\|runtime.migration. \(Context\|Will\)'; }

echo "== made from the model: nothing differs"
quietly run retort revision --autogenerate --rev-id one -m one >/dev/null
quietly run retort upgrade head
quietly run retort check
echo "== changed behind its back"
rows "ALTER TABLE t DROP CONSTRAINT ck_n, ADD CONSTRAINT ck_n CHECK (n > 6);
      DROP INDEX ix_part; CREATE INDEX ix_part ON t (n) WHERE n > 4;
      DROP INDEX ix_gin; CREATE INDEX ix_gin ON t USING gin (j jsonb_path_ops);
      DROP INDEX ix_inc; CREATE INDEX ix_inc ON t (n);
      ALTER TABLE t ALTER COLUMN at SET DEFAULT now();
      ALTER TABLE t DROP COLUMN c, ADD COLUMN c int GENERATED ALWAYS AS (n + 2) STORED"
quietly run retort check
quietly run retort revision --autogenerate --rev-id two -m two
sed -n '/^def upgrade/,$p' migrations/versions/two_two.py
echo "== there and back"
indexes() { rows "SELECT indexdef FROM pg_indexes WHERE tablename = 't' ORDER BY 1
                  " && rows "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 't'::regclass ORDER BY 1"; }
indexes >"$HOME/before"
quietly run retort upgrade head
quietly run retort check
quietly run retort downgrade -1
indexes | diff "$HOME/before" - && echo "as before"
quietly run retort upgrade head
quietly run retort check
