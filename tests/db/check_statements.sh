# check_statements.sh -- `check` asks the catalogs once a kind of thing, however many tables there are: at most 12 statements.
new_project "$DATABASE_URL"
sed -i 's/^\[alembic\]/&\nprepend_sys_path = ./' alembic.ini
put models.py <<'PY'
import os

from sqlalchemy import CheckConstraint, Column, DateTime, ForeignKey, Integer, MetaData, String, Table, func

metadata = MetaData()
for n in range(int(os.environ["TABLES"])):
    Table("table_%d" % n, metadata, Column("id", Integer, primary_key=True), Column("name", String(80), nullable=False, index=True),
          Column("n", Integer, server_default="5"), Column("at", DateTime, server_default=func.now(), comment="it's"),
          CheckConstraint("n > 0", name="ck_%d" % n), *([Column("ref", ForeignKey("table_%d.id" % (n - 1)))] if n else []))
PY
put migrations/env.py <<'PY'
from alembic import context
from sqlalchemy import engine_from_config, pool

from models import metadata

engine = engine_from_config(context.config.get_section("alembic"), prefix="sqlalchemy.", poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=metadata, compare_server_default=True)
    with context.begin_transaction():
        context.run_migrations()
PY
log=$(sed -E 's/.*[?&]host=([^&]*).*/\1/' <<<"$PGURL")/data/server.log
[ -r "$log" ] || { echo "the server's log is not to be read" && exit 77; }
database=$(rows "SELECT current_database()")
rows "ALTER DATABASE $database SET log_statement = 'all'"
statements() { # of this database alone: others do not log theirs
    local from
    from=$(wc -l <"$log")
    must retort -q check >/dev/null 2>&1
    tail -n +$((from + 1)) "$log" | grep -ac 'LOG:  \(statement\|execute\)'
}
for TABLES in 3 40; do
    export TABLES
    must retort -q revision --autogenerate --rev-id t$TABLES -m more >/dev/null 2>&1
    must retort -q upgrade head
    count=$(statements)
    if [ "$count" -gt 0 ] && [ "$count" -le 12 ]; then echo "$TABLES tables: at most 12 statements"; else echo "$TABLES tables: $count statements"; fi
done
