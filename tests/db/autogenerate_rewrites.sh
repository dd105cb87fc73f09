# autogenerate_rewrites.sh -- an enum type that loses a member is made again: the file tells which tables that rewrites, how large
# they are, and which rows stand in the way.
new_project "$DATABASE_URL"
sed -i 's/^\[alembic\]/&\nprepend_sys_path = ./' alembic.ini
put models.py <<'PY'
import os

from sqlalchemy import ARRAY, Column, Integer, MetaData, Table
from sqlalchemy.dialects.postgresql import ENUM

metadata = MetaData()
mood = ENUM(*os.environ["MOODS"].split(), name="mood")
Table("day", metadata, Column("id", Integer, primary_key=True), Column("Mood's", mood), Column("all", ARRAY(mood)))
Table("empty", metadata, Column("id", Integer, primary_key=True), Column("mood", mood))
Table("big", metadata, Column("id", Integer, primary_key=True), Column("mood", mood))
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
export MOODS="fine it's sad"
must retort -q revision --autogenerate --rev-id one
must retort -q upgrade head
rows "INSERT INTO day (\"Mood's\", \"all\") VALUES ('it''s', '{sad,fine}'), ('fine', '{fine}')"
rows "INSERT INTO big (mood) SELECT 'fine' FROM generate_series(1, 5000)"
export MOODS="fine sad"
echo "== a member that rows hold goes: sizes, rows in the way"
run retort -q revision --autogenerate --rev-id two
sed -n '/^def upgrade/,$p' migrations/versions/two_.py | sed -E 's/\([0-9]+ (bytes|[kM]B)\)/(SIZE)/'
run retort upgrade head 2>&1 | grep -v INFO
export MOODS="fine it's"
rm migrations/versions/two_.py
echo "== in an array"
run retort -q revision --autogenerate --rev-id two
grep -A1 '# ' migrations/versions/two_.py | sed -n '/stops/,/op/p'
rm migrations/versions/two_.py
echo "== none holds it, under another name for another"
rows "UPDATE day SET \"all\" = '{fine}'"
export MOODS="it's good"
run retort -q revision --autogenerate --rev-id two --rename mood.fine:good
sed -n '/^def upgrade/,/^def down/p' migrations/versions/two_.py | sed -E 's/\([0-9]+ (bytes|[kM]B)\)/(SIZE)/'
run retort -q upgrade head
run retort check
rows 'SELECT * FROM day'
