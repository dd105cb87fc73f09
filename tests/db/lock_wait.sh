# lock_wait.sh -- who waits for a migration says for whom and how long; a holder that dies lets go; the switches.
new_project "${PGURL/postgresql:/postgresql+psycopg2:}"
# under load the server may not have noted yet that the holder of the lock is idle
shown() { sed -E "s/pid [0-9]+/pid PID/; s/since [0-9]{4}-.*[0-9] [A-Z]+/since TIME/; s/[0-9.]+m?s so far/TIME so far/; s/postgres, since/postgres, idle in transaction, since/" | grep -v '^INFO'; }
slow() { # SECONDS: the next revision takes that long
    new_revision a1 - "Slow" <<PY
op.create_table("one", sa.Column("id", sa.Integer))
op.execute("SELECT pg_sleep($1)")
PY
}
holder_is_at_work() {
    for _ in $(seq 100); do
        [ "$(rows "SELECT count(*) FROM pg_stat_activity WHERE query ~ '^SELECT pg_sleep' AND state = 'active' AND datname = current_database()")" = 1 ] && return
        sleep 0.05
    done
    echo "the holder did not begin"
}

echo "== no time to wait"
slow 30
retort upgrade head >/dev/null 2>&1 &
HOLDER=$!
holder_is_at_work
retort upgrade head --lock-wait 0 2>&1 | shown
retort upgrade head --lock-wait=0 >/dev/null 2>&1 || echo "exit $?"
echo "== some time"
retort upgrade head --lock-wait 200ms 2>&1 | shown
retort downgrade base --lock-wait 0 >/dev/null 2>&1 || echo "downgrade: exit $?"
retort stamp head --lock-wait 0 >/dev/null 2>&1 || echo "stamp: exit $?"
retort ensure_version --lock-wait 0 >/dev/null 2>&1 || echo "ensure_version: exit $?"
retort current >/dev/null 2>&1 && echo "current waits for nobody"
rows "SELECT DISTINCT application_name FROM pg_stat_activity WHERE application_name <> 'psql' AND datname = current_database() ORDER BY 1"
echo "== the key, as the manual computes it"
rows "SELECT NOT pg_try_advisory_lock(('x' || left(md5('retort migration lock'::bytea || '\\x00' || current_database()::text::bytea ||
      '\\x00' || 'public'::bytea || '\\x00' || 'alembic_version'::bytea || '\\x00'), 16))::bit(64)::bigint)"
echo "== the holder dies while another one waits"
slow 0
(retort upgrade head >waiting.out 2>&1; echo "exit $?" >>waiting.out) &
WAITER=$!
until_says note waiting.out
disown $HOLDER; kill -9 $HOLDER
rows "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE query ~ '^SELECT pg_sleep' AND datname = current_database() AND pid <> pg_backend_pid()" >/dev/null

wait $WAITER
shown <waiting.out
rows "SELECT version_num FROM alembic_version"
echo "== up to date: no lock, no second connection"
psql -X -q "$PGURL" -c "ALTER ROLE postgres SET log_statement = 'none'" -c "CREATE ROLE single LOGIN CONNECTION LIMIT 1" \
    -c "GRANT ALL ON DATABASE $(rows 'SELECT current_database()') TO single" -c "GRANT ALL ON ALL TABLES IN SCHEMA public TO single" \
    -c "GRANT ALL ON SCHEMA public TO single"
sed -i 's|postgres@|single@|' alembic.ini
run_marked retort upgrade head
echo "== one connection is all there is"
new_revision b2 a1 "Second" <<'PY'
op.create_table("two", sa.Column("id", sa.Integer))
PY
retort upgrade head 2>&1 | grep -v '^INFO\|^  \|^Trace\|^ '
run retort upgrade head --no-lock
echo "== the ini file"
new_revision c3 b2 "Third" <<'PY'
op.create_table("three", sa.Column("id", sa.Integer))
PY
sed -i 's/^script_location.*/&\nlock = false/' alembic.ini
retort -q upgrade head 2>/dev/null && retort current 2>/dev/null
sed -i 's|single@|postgres@|; s/^lock = .*/lock_wait = 5 parsecs/' alembic.ini
retort downgrade base 2>&1 | tail -n 1
retort upgrade head --lock-wait soon 2>&1 | tail -n 1
sed -i '/^lock_wait/d' alembic.ini
echo "== the session that holds the lock is ended"
new_revision d4 c3 "Fourth" <<'PY'
op.create_table("four", sa.Column("id", sa.Integer))
op.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'retort lock%' AND datname = current_database()")
op.execute("SELECT pg_sleep(0.1)")
PY
retort upgrade head 2>&1 | grep 'lock is gone\|^hint'
retort current 2>/dev/null
psql -X -q "$PGURL" -c "DROP OWNED BY single" -c "DROP ROLE single"
