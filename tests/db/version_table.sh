# version_table.sh -- the version table elsewhere: another schema, another name, no primary key, rows nobody knows.
new_project "$PGURL"
new_revision a1 - "One table" <<'PY'
op.create_table("one", sa.Column("id", sa.Integer, primary_key=True))
---
op.drop_table("one")
PY
new_revision b2 a1 "Another" <<'PY'
op.create_table("two", sa.Column("id", sa.Integer, primary_key=True))
---
op.drop_table("two")
PY
constraint() { rows "SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
                     WHERE conrelid = to_regclass('$1')"; }
configured() { # what to add to both configure calls
    cp "$TESTS/fixtures/project/env.py" migrations/env.py
    sed -i "s/target_metadata=target_metadata/&, $1/" migrations/env.py
}

echo "== the default"
run retort ensure_version
constraint alembic_version
run retort current
run retort upgrade a1
state

echo "== a schema that does not exist"
configured 'version_table_schema="bookkeeping"'
run retort upgrade head
echo "== ... and when it does"
must rows 'CREATE SCHEMA bookkeeping; DROP TABLE one, alembic_version'
run retort upgrade head
state bookkeeping.alembic_version
constraint bookkeeping.alembic_version
run retort current
run retort downgrade -1
state bookkeeping.alembic_version
run_marked retort upgrade a1 --sql
run_marked retort upgrade a1:b2 --sql

echo "== another name, with capitals, without a key"
must rows 'DROP TABLE one; DROP SCHEMA bookkeeping CASCADE'
configured 'version_table="Schema Versions", version_table_pk=False'
run retort upgrade head
state '"Schema Versions"'
constraint '"Schema Versions"'
run retort downgrade base
state '"Schema Versions"'

echo "== a revision nobody knows"
configured 'version_table="alembic_version"'
must rows "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"
must rows "INSERT INTO alembic_version VALUES ('feedfacecafe')"
run retort current
run retort upgrade head
run retort stamp head
run retort stamp --purge b2
state

echo "== somebody else moved it meanwhile"
new_revision c3 b2 "Loses its place" <<'PY'
op.execute("DELETE FROM alembic_version")
op.create_table("three", sa.Column("id", sa.Integer, primary_key=True))
PY
run retort upgrade head
state

echo "== an id too long for the table"
rm migrations/versions/c3_.py
new_revision c3_with_a_name_of_more_than_thirty_two_letters b2 "Too long" <<'PY'
op.create_table("three", sa.Column("id", sa.Integer, primary_key=True))
PY
run retort upgrade head
state
