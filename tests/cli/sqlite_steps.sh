# sqlite_steps.sh -- a revision on SQLite is one transaction: what scripts do to it, and what is left then.
new_project
new_revision a1 - "Two tables" <<'PY'
op.create_table("parent", sa.Column("id", sa.Integer, primary_key=True))
op.create_table("child", sa.Column("id", sa.Integer, primary_key=True),
                sa.Column("p", sa.Integer, sa.ForeignKey("parent.id", ondelete="CASCADE")))
op.execute("INSERT INTO parent VALUES (1), (2)")
op.execute("INSERT INTO child VALUES (1, 1), (2, 2)")
PY
must retort -q upgrade a1 2>/dev/null
cp app.db first.db
state() {
    sqlite3 app.db "SELECT 'version: ' || group_concat(version_num) FROM alembic_version;
        SELECT 'tables: ' || group_concat(name, ' ') FROM (SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1);
        SELECT 'child: ' || coalesce(group_concat(id, ' '), 'empty') FROM child; PRAGMA journal_mode; PRAGMA user_version;"
    sqlite3 app.db "SELECT 'parent: ' || group_concat(quote(id), ' ') FROM parent" 2>/dev/null || echo 'parent: no'
    sqlite3 app.db "PRAGMA foreign_key_check" 2>/dev/null | sed 's/^/violates: /'
}
case_of() {
    echo "== $1"
    rm -f app.db* other.db
    cp first.db app.db
    new_revision b2 a1 "Second"
    retort upgrade head 2>&1 | sed -n '/^INFO\|^Traceback\|^  File\|^    /!p'
    state
}
. "$TESTS/fixtures/sqlite_steps.sh"

echo "== the first revision fails: an empty database is empty again"
rm app.db migrations/versions/*
new_revision a1 - "Fails" <<'PY'
op.create_table("x", sa.Column("id", sa.Integer))
op.execute("INSERT INTO nope VALUES (1)")
PY
retort upgrade head >/dev/null 2>&1
sqlite3 app.db "SELECT count(*) FROM sqlite_master"
echo "== several revisions: those before the failed one stay"
new_revision a1 - "One" <<'PY'
op.create_table("one", sa.Column("id", sa.Integer))
PY
new_revision b2 a1 "Fails" <<'PY'
op.create_table("two", sa.Column("id", sa.Integer))
raise ValueError("no")
PY
retort upgrade head >/dev/null 2>&1
sqlite3 app.db .schema "SELECT version_num FROM alembic_version"
echo "== all in one: transactional_ddl=True"
rm app.db
sed -i 's/context.configure(connection=connection,/context.configure(connection=connection, transactional_ddl=True,/' migrations/env.py
grep -c transactional_ddl migrations/env.py
retort upgrade head 2>&1 | grep -v '^ \|^Trace'
sqlite3 app.db "SELECT count(*) FROM sqlite_master"
echo "== pysqlite's way"
sed -i 's/ transactional_ddl=True,//' migrations/env.py
rm app.db
run retort upgrade head --driver-transactions
sqlite3 app.db .schema "SELECT version_num FROM alembic_version"
sed -i 's/^script_location.*/&\ndriver_transactions = true/' alembic.ini
rm app.db
retort -q upgrade head >/dev/null 2>&1
sqlite3 app.db .schema
sed -i 's/^driver_transactions.*/driver_transactions = mine/' alembic.ini
run retort upgrade head
