# transactions.sh -- a failed run leaves the database as it was; transaction_per_migration keeps what went well.
new_project "$PGURL"
new_revision a1 - "One table" <<'PY'
op.create_table("one", sa.Column("id", sa.Integer, primary_key=True))
---
op.drop_table("one")
PY
new_revision b2 a1 "Two tables" <<'PY'
op.create_table("two", sa.Column("id", sa.Integer, primary_key=True))
op.execute("INSERT INTO one (id) VALUES (1)")
---
op.drop_table("two")
PY
new_revision c3 b2 "The server refuses" <<'PY'
op.create_table("three", sa.Column("id", sa.Integer, primary_key=True))
op.execute("INSERT INTO one (id) VALUES (1)")
---
op.drop_table("three")
PY

echo "== nothing stays, not even the version table"
run retort upgrade head
state
rows "SELECT coalesce(to_regclass('alembic_version')::text, 'no version table')"

echo "== what was there before stays"
run retort upgrade a1
run retort upgrade head
state

echo "== the same after an exception of the script"
new_revision c3 b2 "The script refuses" <<'PY'
op.create_table("three", sa.Column("id", sa.Integer, primary_key=True))
if op.get_bind().execute(sa.text("SELECT count(*) FROM one")).scalar() == 1:
    raise ValueError("one row is not enough")
PY
run retort upgrade head
state

echo "== a transaction for each migration"
sed -i 's/target_metadata=target_metadata/&, transaction_per_migration=True/' migrations/env.py
run retort upgrade head
state
new_revision c3 b2 "No trouble" <<'PY'
op.create_table("three", sa.Column("id", sa.Integer, primary_key=True))
---
op.drop_table("two")
op.drop_table("nowhere")
PY
run retort upgrade head
run retort downgrade base
state
