# pgbouncer.sh -- through PgBouncer in transaction mode: ten processes at once, nothing left behind; and a pool that is too small
# for the lock's connection beside the migration's.
command -v pgbouncer >/dev/null || skip "no pgbouncer"
server=${PGURL##*host=}
user=${PGURL#*://}
user=${user%%@*}
[ -d "${server%%&*}" ] || skip "the test server is not behind a socket"
chmod 755 . .. 2>/dev/null
mkdir pool
pooler() { # POOL-SIZE: starts it in ./pool
    cat >pool/pgbouncer.ini <<INI
[databases]
* = host=${server%%&*}

[pgbouncer]
listen_addr =
unix_socket_dir = $HOME/pool
listen_port = 6432
auth_type = trust
auth_file = $HOME/pool/users
pool_mode = transaction
default_pool_size = $1
query_wait_timeout = 1
logfile = $HOME/pool/log
pidfile = $HOME/pool/pid
INI
    printf '"%s" ""\n' "$user" >pool/users
    local as=()
    if [ "$(id -u)" = 0 ]; then
        chown -R nobody pool
        as=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
    fi
    "${as[@]}" "$(command -v pgbouncer)" -d pool/pgbouncer.ini >pool/out 2>&1 || { cat pool/out pool/log; exit 1; }
    for _ in $(seq 100); do [ -S pool/.s.PGSQL.6432 ] && break; sleep 0.05; done
}
stop() {
    [ ! -s pool/pid ] || kill "$(cat pool/pid)"
    for _ in $(seq 100); do [ -e pool/.s.PGSQL.6432 ] || break; sleep 0.05; done
}
trap stop EXIT
name=${PGURL#*://*/}
name=${name%%\?*}
query() { psql -X -q -A -t "$PGURL" -c "$1"; }
clean() { psql -X -q "$PGURL" -c 'SET client_min_messages = error; DROP SCHEMA public CASCADE; CREATE SCHEMA public'; }
CONCURRENTLY=", postgresql_concurrently=True"
. "$TESTS/fixtures/race.sh"
url="postgresql+psycopg2://$user@/$name?host=$HOME/pool\\&port=6432"
pooler 20
race_project "$url" autocommit
clean
race "through PgBouncer"
query "SELECT count(*) || ' advisory locks left' FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
stop
echo "== a pool of one connection"
pooler 1
clean
race_project "$url" ddl
run retort upgrade head 2>&1 | grep -v "^INFO\|^SQL"
run retort upgrade head --no-lock 2>&1 | grep -v "^INFO"
query 'SELECT version_num FROM alembic_version'
