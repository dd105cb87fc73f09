# interrupted.sh -- Ctrl-C, SIGTERM and a server that goes away: the statement is cancelled, the transaction rolled back,
# and the message says where it stopped, what is committed and what to do.
new_project "${PGURL/postgresql:/postgresql+psycopg2:}"
new_revision a1 - "One" <<'PY'
op.create_table("one", sa.Column("id", sa.Integer))
---
op.drop_table("one")
PY
new_revision c3 b2 "Three" <<'PY'
op.create_table("three", sa.Column("id", sa.Integer))
PY
second() { new_revision b2 a1 "Two"; }
per_migration() { sed -i 's/target_metadata=target_metadata)/target_metadata=target_metadata, transaction_per_migration=True)/' migrations/env.py; }
sleeping="query ~ '^SELECT pg_sleep' AND state = 'active' AND datname = current_database()"
until_true() { for _ in $(seq 200); do [ "$(rows "$1")" = t ] && return; sleep 0.05; done; echo "never: $1"; }
# begin ARGUMENTS: starts retort and waits until it sleeps in the server
begin() {
    env --default-signal=INT retort "$@" >out 2>&1 &
    RETORT=$!
    until_true "SELECT count(*) = 1 FROM pg_stat_activity WHERE $sleeping"
}
end() {
    local code=0
    wait $RETORT || code=$?
    grep -v '^INFO\|^note' out
    echo "[exit $code]"
    until_true "SELECT count(*) = 0 FROM pg_stat_activity WHERE $sleeping"
    rows "SELECT 'at ' || coalesce(string_agg(version_num, ' '), 'base') FROM alembic_version" 2>/dev/null || echo "no version table"
    rows "SELECT 'tables: ' || string_agg(table_name, ' ' ORDER BY table_name) FROM information_schema.tables WHERE table_schema = 'public'"
}

second <<'PY'
op.create_table("two", sa.Column("id", sa.Integer))
op.execute("SELECT pg_sleep(60)")
---
op.execute("SELECT pg_sleep(60)")
PY
echo "== Ctrl-C, all in one transaction"
begin upgrade head
kill -INT $RETORT
end
echo "== SIGTERM, a transaction for each"
per_migration
begin upgrade head
kill -TERM $RETORT
end
echo "== the server ends the session"
begin upgrade head
rows "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE $sleeping" >/dev/null
end
echo "== half done"
second <<'PY'
op.create_table("two", sa.Column("id", sa.Integer))
with op.get_context().autocommit_block():
    op.execute("SELECT pg_sleep(60)")
PY
begin upgrade head
kill -INT $RETORT
end
must retort -q stamp b2 2>/dev/null
echo "== a loop in a script, which catches everything"
new_revision c3 b2 "Three" <<'PY'
op.create_table("three", sa.Column("id", sa.Integer))
op.execute("NOTIFY looping")
op.execute("SET application_name = 'looping'")
try:
    while True:
        pass
except Exception:
    print("caught")
PY
retort upgrade head >/dev/null 2>&1 & # a shell's background job ignores SIGINT, and so does retort
RETORT=$!
until_true "SELECT count(*) = 1 FROM pg_stat_activity WHERE application_name = 'looping' AND datname = current_database()"
kill -INT $RETORT
sleep 0.2
kill -TERM $RETORT
end
env --default-signal=INT retort upgrade head >out 2>&1 &
RETORT=$!
until_true "SELECT count(*) = 1 FROM pg_stat_activity WHERE application_name = 'looping' AND datname = current_database()"
kill -INT $RETORT
end
echo "== the second Ctrl-C ends at once"
new_revision c3 b2 "Three" <<'PY'
op.execute("SET application_name = 'looping'")
while True:
    try:
        while True:
            pass
    except BaseException:
        print("no")
PY
env --default-signal=INT retort upgrade head >out 2>&1 &
RETORT=$!
until_true "SELECT count(*) = 1 FROM pg_stat_activity WHERE application_name = 'looping' AND datname = current_database()"
kill -INT $RETORT
sleep 0.3
kill -INT $RETORT
end
echo "== while it waits for the lock"
psql -X -q "$PGURL" >/dev/null 2>&1 <<'SQL' &
BEGIN; SET application_name = 'other'; SELECT pg_advisory_xact_lock(('x' || left(md5('retort migration lock'::bytea || '\x00' ||
current_database()::text::bytea || '\x00' || 'public'::bytea || '\x00' || 'alembic_version'::bytea || '\x00'), 16))::bit(64)::bigint);
SELECT pg_sleep(60) AS waiting;
SQL
until_true "SELECT count(*) = 1 FROM pg_stat_activity WHERE $sleeping"
env --default-signal=INT retort upgrade head >out 2>&1 &
RETORT=$!
until_says '^note' out
kill -INT $RETORT
rows "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE $sleeping" >/dev/null
end
echo "== lock_timeout, and a statement that waits"
psql -X -q "$PGURL" >/dev/null 2>&1 <<'SQL' &
BEGIN; SET application_name = 'reporting'; SELECT * FROM one; SELECT pg_sleep(60) AS waiting;
SQL
until_true "SELECT count(*) = 1 FROM pg_stat_activity WHERE $sleeping"
new_revision c3 b2 "Three" <<'PY'
op.execute("SET lock_timeout = '1200ms'")
op.add_column("one", sa.Column("a", sa.Integer))
PY
shown() { sed -E "s/pid [0-9]+/pid PID/; s/since [0-9]{4}-[^)]*[0-9] [A-Z]+/since TIME/; s/[0-9.]+m?s so far/TIME so far/" | grep -v '^INFO\|^ \|^Trace'; }
retort upgrade head 2>&1 | shown
sed -i "s/SET lock_timeout = '1200ms'/SET lock_timeout = '5s'/" migrations/versions/c3_.py
retort upgrade head 2>&1 | shown
echo "== Ctrl-C while it waits"
env --default-signal=INT retort upgrade head >out 2>&1 &
RETORT=$!
until_true "SELECT count(*) = 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
sleep 0.7
kill -INT $RETORT
wait $RETORT
echo "exit $?"
shown <out
rows "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE $sleeping" >/dev/null
echo "== other time limits"
for limit in "SET statement_timeout = 100" "SET idle_in_transaction_session_timeout = 100"; do
    new_revision c3 b2 "Three" <<PY
import time
op.execute("$limit")
op.execute("SELECT 1")
time.sleep(0.3)
op.execute("SELECT pg_sleep(0.3)")
PY
    retort upgrade head 2>&1 | shown
done
echo "== SQLite"
new_project
second <<'PY'
op.create_table("two", sa.Column("id", sa.Integer))
op.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
PY
env --default-signal=INT retort upgrade head >out 2>&1 &
RETORT=$!
until_says 'a1 -> b2' out
sleep 0.2
kill -INT $RETORT
wait $RETORT
echo "exit $?"
grep -v '^INFO' out
sqlite3 app.db "SELECT version_num FROM alembic_version; SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1"
echo "== SQLite, while another program writes"
second <<'PY'
op.create_table("two", sa.Column("id", sa.Integer))
PY
exec 9> >(sqlite3 app.db)
echo "BEGIN IMMEDIATE;" >&9
for _ in $(seq 100); do sqlite3 app.db "BEGIN IMMEDIATE" 2>/dev/null || break; sleep 0.05; done
retort upgrade head --lock-wait 300ms 2>&1 | grep -v '^INFO'
env --default-signal=INT retort upgrade head >out 2>&1 &
RETORT=$!
until_says '^note' out
kill -INT $RETORT
wait $RETORT
echo "exit $?"
exec 9>&-
grep '^note\|interrupted' out
