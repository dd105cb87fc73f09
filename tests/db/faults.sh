# faults.sh -- the n-th statement of an upgrade fails, for every n: refused, or the connection breaks before or behind it;
# so do connections, files and memory. Each time a clean error, nothing half applied, and the next run completes.
PATH=$BUILD:$PATH
history_of() { # URL CONFIGURE
    rm -rf migrations alembic.ini app.db
    new_project "$1"
    sed -i "s/target_metadata=target_metadata)/target_metadata=target_metadata, $2)/" migrations/env.py
    local down=- id
    for id in r1 r2 r3; do
        new_revision $id "$down" "Revision" <<PY
op.create_table("a$id", sa.Column("id", sa.Integer, primary_key=True))
op.execute("INSERT INTO a$id VALUES (1)")
op.create_table("b$id", sa.Column("id", sa.Integer))
---
op.drop_table("b$id")
op.drop_table("a$id")
PY
        down=$id
    done
}
ask() { if [ "$DATABASE" = postgresql ]; then psql -X -q -A -t "$PGURL" -c "$1"; else sqlite3 app.db "$1"; fi; }
# The database after a run; forgets it.
taken() {
    [ "$DATABASE" = postgresql ] || { state_now; clean; return; }
    psql -X -q -A -t "$PGURL" <<'SQL' 2>/dev/null
SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class WHERE relname ~ '^[ab]r.$';
SELECT version_num FROM alembic_version;
SET client_min_messages = error; DROP SCHEMA public CASCADE; CREATE SCHEMA public;
SQL
}
clean() {
    if [ "$DATABASE" = postgresql ]; then
        psql -X -q "$PGURL" -c 'SET client_min_messages = error; DROP SCHEMA public CASCADE; CREATE SCHEMA public'
    else
        rm -f app.db*
    fi
}
state_now() {
    if [ "$DATABASE" = postgresql ]; then
        ask "SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class WHERE relname ~ '^[ab]r.$'"
    else
        ask "SELECT group_concat(name, ' ') FROM (SELECT name FROM sqlite_master WHERE name GLOB '[ab]r?' ORDER BY 1)"
    fi
    ask "SELECT version_num FROM alembic_version" 2>/dev/null
}
declare -A wanted=([base]='' [r1]='ar1 br1' [r2]='ar1 ar2 br1 br2' [r3]='ar1 ar2 ar3 br1 br2 br3')
consistent() { # WHAT
    local tables version
    state=${state-$(taken)}
    tables=${state%%$'\n'*} version=
    [ "$tables" = "$state" ] || version=${state#*$'\n'}
    [ "$tables" = "${wanted[${version:-base}]}" ] || echo "HALF APPLIED after $1: at '$version' with '$tables'"
}
# every_call KIND: fails call 1, 2, ... until a run has fewer calls
every_call() {
    local n=1 step=1 code state
    [ "$DATABASE" = sqlite ] || step=2 # half of them: a server takes its time
    clean
    while [ $n -lt 200 ]; do
        code=0
        unset state
        FAULT=$1:$n retort-faults upgrade head >out 2>&1 || code=$?
        grep -q 'fault fired' out || break
        [ $code = 0 ] || grep -q "a fault of the test\|Input/output error" out || { echo "no clean error after $1:$n"; cat out; }
        case $code in 0 | 1 | 255) ;; *) echo "exit $code after $1:$n" ;; esac
        if [ $((n % 5)) = 0 ]; then
            state=$(state_now)
            consistent "$1:$n"
            unset state
            retort upgrade head >out 2>&1 || { echo "the run after $1:$n failed"; tail -n 3 out; }
            code=0
        fi
        state=$(taken)
        consistent "$1:$n"
        [ $code != 0 ] || [ "${state##*$'\n'}" = r3 ] || echo "exit 0 after $1:$n, and: $state"
        n=$((n + step))
    done
    [ $n -gt 1 ] && echo "$DATABASE, $MODE, $1: every call failed once"
}
memory() {
    local n code state
    for n in 1 100 1000 3000 9000 15000 25000; do
        code=0
        unset state
        FAULT=memory:$n retort-faults upgrade head >out 2>&1 || code=$?
        [ $code = 0 ] || grep -qi 'memory' out || { echo "no clean error after memory:$n (exit $code)"; tail -n 3 out; }
        [ $code -lt 124 ] || echo "exit $code after memory:$n"
        consistent "memory:$n"
    done
    echo "$DATABASE, memory: done"
}
all() { # DATABASE URL
    DATABASE=$1
    for MODE in transaction_per_migration=True transactional_ddl=True; do
        history_of "$2" $MODE
        for kind in db lost unsure; do
            [ "$DATABASE $MODE" != "postgresql transactional_ddl=True" ] || [ $kind = unsure ] || continue
            every_call $kind
        done
    done
    every_call connect
    every_call file
    memory
}
all sqlite sqlite:///app.db
all postgresql "${PGURL/postgresql:/postgresql+psycopg2:}"
