# lock_env.sh -- the migration lock with every shape of env.py: several databases, a schema for each tenant, a connection handed
# in, transactions of env.py's own at other isolation levels, LOCK TABLE. Six processes each; every revision runs once.
URL=${PGURL/postgresql:/postgresql+psycopg2:}
query() { psql -X -q -A -t "$PGURL" -c "$1"; }
six() { # NAME JOURNAL [ARGUMENTS...]
    local name=$1 journal=$2 codes='' code i jobs=()
    shift 2
    for i in 1 2 3 4 5 6; do
        retort "$@" upgrade head >"out.$i" 2>&1 &
        jobs+=($!)
    done
    for i in "${jobs[@]}"; do
        code=0
        wait "$i" || code=$?
        codes="$codes $code"
    done
    echo "$name: exit codes$codes; $(query "SELECT place || ' ' || revision || '*' || count(*) FROM $journal GROUP BY place, revision ORDER BY 1" | paste -sd, | sed 's/,/, /g')"
    case $codes in *[1-9]*) grep -hv '^INFO\|^note' out.* | head -n 30 ;; esac
}
new_project "$URL"
down=-
for id in r1 r2 r3; do
    {
        echo "op.create_table('t_$id', sa.Column('id', sa.Integer))"
        echo "op.execute(\"INSERT INTO public.journal SELECT current_schema(), '$id'\")"
    } | new_revision $id $down "Step"
    down=$id
done
clean() {
    psql -X -q "$PGURL" -c "SET client_min_messages = error; DROP SCHEMA IF EXISTS public, s1, s2, s3 CASCADE; CREATE SCHEMA public;
        CREATE SCHEMA s1; CREATE SCHEMA s2; CREATE SCHEMA s3; CREATE TABLE public.journal (place text, revision text)"
}
env_py() { # the body for one connection, on stdin
    {
        cat <<'PY'
from alembic import context
from sqlalchemy import create_engine, pool, text

config = context.config
url = config.get_main_option("sqlalchemy.url")
PY
        cat
    } >migrations/env.py
}

clean
env_py <<'PY'
for schema in ["s1", "s2", "s3"]:
    engine = create_engine(url, poolclass=pool.NullPool)
    with engine.connect() as connection:
        connection.execute(text("SET search_path TO " + schema))
        connection.commit()
        context.configure(connection=connection)
        with context.begin_transaction():
            context.run_migrations()
PY
six "tenants by search_path" public.journal
clean
env_py <<'PY'
connections = []
for schema in ["s1", "s2"]:
    connection = create_engine(url, poolclass=pool.NullPool).connect()
    transaction = connection.begin()
    connections.append((schema, connection, transaction))
for schema, connection, transaction in connections:
    connection.execute(text("SET LOCAL search_path TO " + schema))
    context.configure(connection=connection, version_table_schema=schema)
    context.run_migrations()
for schema, connection, transaction in connections:
    transaction.commit()
    connection.close()
PY
six "several at once, committed at the end" public.journal
clean
env_py <<'PY'
engine = create_engine(url, poolclass=pool.NullPool)
with engine.begin() as connection:
    config.attributes["connection"] = connection
    connection = config.attributes["connection"]
    context.configure(connection=connection, version_table="versions", version_table_schema="s3")
    context.run_migrations()
PY
six "a connection in config.attributes, another version table" public.journal
clean
env_py <<'PY'
engine = create_engine(url, poolclass=pool.NullPool, isolation_level="REPEATABLE READ")
with engine.connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
PY
six "REPEATABLE READ" public.journal
clean
env_py <<'PY'
engine = create_engine(url, poolclass=pool.NullPool, isolation_level="SERIALIZABLE")
with engine.connect() as connection:
    context.configure(connection=connection, transaction_per_migration=True)
    with context.begin_transaction():
        context.run_migrations()
PY
six "SERIALIZABLE, a transaction for each" public.journal
clean
retort -q ensure_version >/dev/null 2>&1
env_py <<'PY'
engine = create_engine(url, poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        connection.execute(text("LOCK TABLE alembic_version IN ACCESS EXCLUSIVE MODE"))
        context.run_migrations()
PY
six "LOCK TABLE in env.py" public.journal
clean
env_py <<'PY'
engine = create_engine(url, poolclass=pool.NullPool)
with engine.connect() as connection:
    connection.execute(text("SELECT pg_advisory_lock(4711)"))
    connection.commit()
    context.configure(connection=connection, transaction_per_migration=True)
    with context.begin_transaction():
        context.run_migrations()
    connection.execute(text("SELECT pg_advisory_unlock(4711)"))
PY
six "a session lock in env.py" public.journal

echo "== an own REPEATABLE READ transaction that read before"
clean
env_py <<'PY'
engine = create_engine(url, poolclass=pool.NullPool, isolation_level="REPEATABLE READ")
with engine.connect() as connection:
    with connection.begin():
        connection.execute(text("SELECT count(*) FROM journal"))
        context.configure(connection=connection)
        context.run_migrations()
PY
new_revision r3 r2 "Slow" <<'PY'
op.execute("SELECT pg_advisory_xact_lock(815)")
PY
until_true() { for _ in $(seq 400); do eval "$1" && return; sleep 0.05; done; echo "never: $1"; }
waits_for_815="SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 815 AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND"
mkfifo orders
psql -X -q -A -t "$PGURL" <orders >/dev/null & # holds what the first run waits for
exec 4>orders
echo "SELECT pg_advisory_lock(815);" >&4
until_true '[ "$(query "$waits_for_815 granted")" = 1 ]'
retort upgrade head >/dev/null 2>&1 &
until_true '[ "$(query "$waits_for_815 NOT granted")" = 1 ]'
: >out
{ retort upgrade head >out 2>&1 || echo "exit $?" >code; } &
until_true 'grep -q "^note: waiting" out'
echo '\q' >&4
wait
cat code
sed '/^INFO\|^note/d' out
retort upgrade head 2>&1 | sed '/^INFO/d'
