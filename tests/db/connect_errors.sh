# connect_errors.sh -- a server with passwords and TLS: what a wrong password, a missing one, TLS that is wanted or missing, a
# server that does not answer look like; host, port, database and user are named, the password never.
chmod 755 . .. 2>/dev/null
mkdir pg
own=$("$TESTS/pg.sh" start "$HOME/pg") || exit 1
trap '"$TESTS/pg.sh" stop "$HOME/pg" >/dev/null 2>&1; kill $SILENT 2>/dev/null' EXIT
place=${own##*host=}
is_free() { perl -MIO::Socket::INET -e 'exit !IO::Socket::INET->new(LocalAddr => "127.0.0.1", LocalPort => shift, Listen => 1)' "$1"; }
port=$((20000 + RANDOM % 10000))
until is_free $port; do port=$((20000 + RANDOM % 10000)); done
ask() { psql -X -q -A -t "$own" "$@"; }
ask -c "ALTER SYSTEM SET listen_addresses = '127.0.0.1'" -c "ALTER SYSTEM SET port = $port" \
    -c "SET password_encryption = 'scram-sha-256'" -c "CREATE ROLE anna LOGIN PASSWORD 'p@ss:w/rd'" \
    -c "CREATE ROLE tls LOGIN" -c "CREATE ROLE few LOGIN CONNECTION LIMIT 0"
secure=no
if command -v openssl >/dev/null; then
    openssl req -new -x509 -days 2 -nodes -subj /CN=localhost -keyout server.key -out server.crt >/dev/null 2>&1
    chmod 600 server.key
    [ "$(id -u)" -ne 0 ] || chown "$(stat -c %U "$place/data")" server.key server.crt
    mv server.key server.crt "$place/data/"
    ask -c "ALTER SYSTEM SET ssl = on"
    secure=yes
fi
cat >"$place/data/pg_hba.conf" <<HBA
local all postgres trust
hostssl all tls 127.0.0.1/32 trust
host all tls 127.0.0.1/32 reject
host postgres anna 127.0.0.1/32 scram-sha-256
host all few 127.0.0.1/32 trust
host all postgres 127.0.0.1/32 trust
HBA
server() { # restart or stop
    local run=()
    [ "$(id -u)" -ne 0 ] || run=(runuser -u "$(stat -c %U "$place/data")" --)
    (cd "$place" && "${run[@]}" "$("$TESTS/pg.sh" find)/pg_ctl" -D "$place/data" -m fast -w -l "$place/data/server.log" "$1") >/dev/null 2>&1 </dev/null
}
must server restart
own="postgresql://postgres@/postgres?host=$place&port=$port"
new_project x
try() { # URL [ARGUMENTS...]
    local url=${1//%/%%}
    sed -i "s|^sqlalchemy.url = .*|sqlalchemy.url = ${url//&/\\&}|" alembic.ini
    echo "== ${1//$port/PORT}"
    retort "${2-current}" 2>&1 | sed "s/$port/PORT/g; /^INFO/d; /^Traceback/,/^DIR\|^\/.*env.py:/{/env.py:/!d}; /^ *[0-9]* | /d; /^  *| *^/d"
}
at=127.0.0.1:$port
try "postgresql://anna:p%40ss%3Aw%2Frd@$at/postgres"
try "postgresql+asyncpg://anna:wrong@$at/postgres"
try "postgresql+psycopg://anna@$at/postgres"
try "postgresql+pg8000://anna:p%40ss%3Aw%2Frd@$at/elsewhere"
try "postgresql://few@$at/postgres"
if [ $secure = yes ]; then
    try "postgresql://tls@$at/postgres?sslmode=disable"
    try "postgresql+asyncpg://tls@$at/postgres?ssl=require"
    try "postgresql+asyncpg://tls@$at/postgres?ssl=verify-full"
    try "postgresql://tls@$at/postgres?sslmode=verify-full&sslrootcert=$place/data/server.crt"
    try "postgresql://tls@localhost:$port/postgres?sslmode=verify-full&sslrootcert=$place/data/server.crt"
    ask -c "ALTER SYSTEM SET ssl = off"
fi 2>&1 | sed "s|$place|PLACE|g"
must server restart
try "postgresql+psycopg2://postgres@$at/postgres?sslmode=require"
perl -MIO::Socket::INET -e 'my $s = IO::Socket::INET->new(LocalAddr => "127.0.0.1", Listen => 5) or die; $| = 1;
    print $s->sockport, "\n"; sleep 60' >silent &
SILENT=$!
for _ in $(seq 100); do [ -s silent ] && break; sleep 0.05; done
port=$(cat silent)
try "postgresql://anna:secret@127.0.0.1:$port/shop?connect_timeout=1"
try "postgresql+asyncpg://anna:secret@127.0.0.1:$port/shop?timeout=2"
