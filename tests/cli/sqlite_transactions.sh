# sqlite_transactions.sh -- the embedded database: what a failed run leaves, COMMIT, autocommit_block, version table.
new_project
tables() { sqlite3 app.db "SELECT name FROM sqlite_master WHERE type IN ('table', 'index') AND sql <> '' ORDER BY 1"; }
version() { echo "-- version: $(sqlite3 app.db 'SELECT group_concat(version_num) FROM alembic_version')"; }
new_revision a1 - "One table" <<'PY'
op.create_table("one", sa.Column("id", sa.Integer, primary_key=True))
---
op.drop_table("one")
PY
new_revision b2 a1 "Two tables" <<'PY'
op.create_table("two", sa.Column("id", sa.Integer, primary_key=True))
op.execute("INSERT INTO one (id) VALUES (1)")
---
op.execute("DELETE FROM one")
op.drop_table("two")
PY
new_revision c3 b2 "Refused" <<'PY'
op.execute("INSERT INTO one (id) VALUES (2)")
op.execute("INSERT INTO one (id) VALUES (1)")
PY
run retort upgrade head
tables
version
sqlite3 app.db "SELECT id FROM one"

echo "== an index in an autocommit block"
new_revision c3 b2 "Index" <<'PY'
with op.get_context().autocommit_block():
    op.create_index("ix_one", "one", ["id"])
---
op.drop_index("ix_one", table_name="one")
PY
run retort upgrade head
tables
version
echo "== and down"
run retort downgrade base
tables
version
run retort upgrade +2
run retort current
run retort stamp head
run retort current -v
echo "== SQLite cannot add constraints"
new_revision d4 c3 "Constraint" <<'PY'
op.create_unique_constraint("uq_one", "one", ["id"])
PY
run retort upgrade head
version
