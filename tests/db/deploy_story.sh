# deploy_story.sh -- the week of a tired developer: pods that all migrate, two heads, a revision that fails, a pod that is killed in the
# middle, a report that holds a lock. After every scene the version row says what the schema shows.
new_project "${PGURL/postgresql:/postgresql+psycopg2:}"
sleeping="query ~ '^SELECT pg_sleep' AND state = 'active' AND datname = current_database()"
until_true() { for _ in $(seq 400); do [ "$(rows "$1")" = t ] && return; sleep 0.05; done; echo "never: $1"; }
scene() { printf '\n== %s\n' "$*"; }
pods() { # COUNT: all of them start the same release at the same time
    local codes=() jobs=() code i
    rm -f pod.?
    for i in $(seq "$1"); do
        retort upgrade head >"pod.$i" 2>&1 &
        jobs+=($!)
    done
    for i in "${jobs[@]}"; do
        code=0
        wait "$i" || code=$?
        codes+=("$code")
    done
    echo "$1 pods, exit codes: $(printf '%s\n' "${codes[@]}" | sort -n | xargs); revisions run: $(cat pod.? | grep -c 'Running upgrade')"
}
complaints() { cat pod.? | grep -v '^INFO\|^note\|^ERROR\|^Traceback\|^ ' | sort -u; }

scene "Monday: the first release, on an empty database"
new_revision 001 - "Users" <<'PY'
op.create_table("users", sa.Column("id", sa.Integer, primary_key=True), sa.Column("email", sa.Text, nullable=False))
op.execute("INSERT INTO users (id, email) VALUES (1, 'a@example.org'), (2, 'b@example.org'), (3, 'b@example.org')")
---
op.drop_table("users")
PY
pods 4
state

scene "Tuesday: Anna and Ben both wrote a revision; nobody looked"
new_revision 002a 001 "Anna: names" <<'PY'
op.add_column("users", sa.Column("name", sa.Text))
---
op.drop_column("users", "name")
PY
new_revision 002b 001 "Ben: orders" <<'PY'
op.create_table("orders", sa.Column("id", sa.Integer, primary_key=True), sa.Column("user_id", sa.Integer))
---
op.drop_table("orders")
PY
pods 3
complaints
state
echo "-- the hint says what to type"
must retort -q merge -m "Anna and Ben" --rev-id 003 002a 002b >/dev/null
pods 4
state

scene "Wednesday: one address twice; the unique index fails, and nothing of the revision stays"
new_revision 004 003 "Unique addresses" <<'PY'
op.add_column("users", sa.Column("verified", sa.Boolean, server_default=sa.false()))
op.create_index("ux_users_email", "users", ["email"], unique=True)
---
op.drop_index("ux_users_email", table_name="users")
op.drop_column("users", "verified")
PY
pods 3
complaints
state
new_revision 004 003 "Unique addresses" <<'PY'
op.execute("DELETE FROM users a USING users b WHERE a.email = b.email AND a.id > b.id")
op.add_column("users", sa.Column("verified", sa.Boolean, server_default=sa.false()))
op.create_index("ux_users_email", "users", ["email"], unique=True)
---
op.drop_index("ux_users_email", table_name="users")
op.drop_column("users", "verified")
PY
pods 4
state

scene "Thursday: the pod that migrates is killed; the one that waits takes over"
new_revision 005 004 "Slow backfill" <<'PY'
op.add_column("orders", sa.Column("total", sa.Integer))
op.execute("SELECT pg_sleep(30) WHERE NOT EXISTS (SELECT FROM pg_tables WHERE tablename = 'hurry')")
---
op.drop_column("orders", "total")
PY
env --default-signal=TERM retort upgrade head >first 2>&1 &
FIRST=$!
until_true "SELECT count(*) = 1 FROM pg_stat_activity WHERE $sleeping"
retort upgrade head >second 2>&1 &
SECOND=$!
until_says '^note' second
rows "CREATE TABLE hurry ()"
kill -TERM $FIRST
wait $FIRST
echo "the first: exit $?"
grep 'interrupted\|^COMMITTED\|^ROLLED BACK\|^IN PART' first
wait $SECOND
echo "the second: exit $?; it said for whom it waited: $(grep -c 'waiting up to 5min for pid [0-9]* (retort lock public.alembic_version' second)"
rows "DROP TABLE hurry"
state

scene "Friday: a report reads all day; the deploy gives up in time, and tries again"
new_revision 006 005 "Drop the total" <<'PY'
op.execute("SET LOCAL lock_timeout = '700ms'")
op.drop_column("orders", "total")
---
op.add_column("orders", sa.Column("total", sa.Integer))
PY
psql -X -q "$PGURL" >/dev/null 2>&1 <<'SQL' &
BEGIN; SET application_name = 'friday report'; SELECT * FROM orders; SELECT pg_sleep(60) AS reading;
SQL
until_true "SELECT count(*) = 1 FROM pg_stat_activity WHERE $sleeping"
retort upgrade head >pod.1 2>&1
echo "exit $?; it names the report: $(grep -c '^BLOCKED BY:  pid [0-9]* (friday report' pod.1)"
rows "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE $sleeping" >/dev/null
pods 3
state

scene "Saturday: back to Wednesday, while a forgotten pod still deploys"
sed -i '/pg_sleep/d' migrations/versions/005_.py
retort -q downgrade 004 >/dev/null 2>&1
echo "exit $?"
state
pods 2
retort current 2>/dev/null
