# autocommit.sh -- autocommit_block(), COMMIT in a script, and what stays when something fails after them.
new_project "$PGURL"
new_revision a1 - "Tables" <<'PY'
op.create_table("one", sa.Column("id", sa.Integer, primary_key=True), sa.Column("n", sa.Integer))
---
op.drop_table("one")
PY
new_revision b2 a1 "An index, and writers go on" <<'PY'
op.add_column("one", sa.Column("before", sa.Integer))
with op.get_context().autocommit_block():
    op.create_index("ix_one_n", "one", ["n"], postgresql_concurrently=True)
op.add_column("one", sa.Column("after", sa.Integer))
---
op.drop_column("one", "after")
with op.get_context().autocommit_block():
    op.drop_index("ix_one_n", table_name="one", postgresql_concurrently=True)
op.drop_column("one", "before")
PY
echo "== up, down, up"
run retort upgrade head
state
run retort downgrade a1
state
run_marked retort upgrade a1:b2 --sql
run_marked retort downgrade b2:a1 --sql

echo "== a failure after the block: what the block committed stays, the version does not move"
new_revision b2 a1 "Fails at the end" <<'PY'
op.add_column("one", sa.Column("before", sa.Integer))
with op.get_context().autocommit_block():
    op.execute("CREATE INDEX CONCURRENTLY ix_one_n ON one (n)")
op.add_column("one", sa.Column("after", sa.Integer))
op.execute("SELECT no_such_function()")
PY
run retort upgrade head
state

echo "== a failure inside the block"
must rows "DROP INDEX ix_one_n; ALTER TABLE one DROP COLUMN before"
new_revision b2 a1 "Fails inside" <<'PY'
op.add_column("one", sa.Column("before", sa.Integer))
with op.get_context().autocommit_block():
    op.execute("CREATE INDEX CONCURRENTLY ix_one_n ON one (no_such_column)")
PY
run retort upgrade head
state

echo "== COMMIT in a script, then a failure"
must rows "ALTER TABLE one DROP COLUMN before"
new_revision b2 a1 "Commits by hand" <<'PY'
op.add_column("one", sa.Column("before", sa.Integer))
op.execute("COMMIT")
op.execute("INSERT INTO one (id, n) VALUES (1, 10)")
op.execute("INSERT INTO one (id, n) VALUES (1, 11)")
PY
run retort upgrade head
state
rows "SELECT id, n FROM one"

echo "== COMMIT in a script, and all goes well"
must rows "ALTER TABLE one DROP COLUMN before; DELETE FROM one"
new_revision b2 a1 "Commits by hand" <<'PY'
op.add_column("one", sa.Column("before", sa.Integer))
op.execute("COMMIT")
op.execute("INSERT INTO one (id, n) VALUES (1, 10)")
PY
run retort upgrade head
state
rows "SELECT id, n FROM one"
