# offline_per_migration.sh -- --sql with a transaction for each migration, other options of configure(), printed output.
new_project postgresql://localhost/shop
new_revision a1 - "start" <<'PY'
op.create_table("one", sa.Column("id", sa.Integer, primary_key=True))
print("from the script")
---
op.drop_table("one")
PY
new_revision b2 a1 "more
words

and a second paragraph" <<'PY'
op.add_column("one", sa.Column("n", sa.Integer))
with op.get_context().autocommit_block():
    op.execute("VACUUM one")
op.get_context().impl.static_output("-- by hand")
if op.get_context().as_sql:
    op.execute("SELECT 'offline'")
---
op.drop_column("one", "n")
PY
configured() {
    cp "$TESTS/fixtures/project/env.py" migrations/env.py
    sed -i "s/target_metadata=target_metadata/&, $1/" migrations/env.py
    echo "== $1"
}
configured 'transaction_per_migration=True'
run_stdout retort upgrade head --sql
run_stdout retort downgrade head:base --sql
configured 'transactional_ddl=False'
run_stdout retort upgrade head --sql
configured 'version_table="schema_versions", version_table_pk=False'
run_stdout retort upgrade head --sql
configured 'dialect_name="sqlite"'
sed -i '0,/url=.*/s///' migrations/env.py
run_stdout retort upgrade head --sql
