#!/bin/sh
# A throwaway PostgreSQL cluster for the tests and the demo.
#
#   tests/pg.sh start DIR    creates and starts one in DIR, prints its URL
#   tests/pg.sh stop DIR     stops it and removes what start made
#   tests/pg.sh find         prints the folder of initdb; fails when PostgreSQL is not installed
#
# It listens on a unix socket in DIR only, trusts everyone who can enter DIR, and does not sync to disk.
# PostgreSQL refuses to run as root, so root hands DIR to PG_USER, else postgres, else nobody.
set -eu

die() { echo "pg.sh: $*" >&2; exit 1; }

find_bin() {
    for dir in ${PG_BIN:-} $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -n -r) \
               /usr/pgsql-*/bin /usr/local/pgsql/bin /opt/homebrew/opt/postgresql*/bin; do
        if [ -x "$dir/initdb" ]; then echo "$dir"; return; fi
    done
    found=$(command -v initdb) && dirname "$found"
}

# Runs a command as the one who owns the cluster.
as_owner() {
    if [ "$(id -u)" -ne 0 ]; then
        "$@"
    elif command -v runuser >/dev/null; then
        runuser -u "$owner" -- "$@"
    elif command -v setpriv >/dev/null; then
        setpriv --reuid="$owner" --regid="$(id -g "$owner")" --clear-groups "$@"
    else
        su -s /bin/sh "$owner" -c '"$0" "$@"' -- "$@"
    fi
}

find_owner() {
    [ "$(id -u)" -ne 0 ] && { id -un; return; }
    for name in ${PG_USER:-} postgres nobody; do
        if id "$name" >/dev/null 2>&1; then echo "$name"; return; fi
    done
}

# DIR itself, unless a socket's path would be too long there (107 bytes on Linux, 103 elsewhere) or the
# owner cannot reach it, as below /root: then a new folder in /tmp, noted in DIR/elsewhere.
place_of() {
    if [ "$(id -u)" -eq 0 ]; then chown "$owner" "$1"; fi
    if [ "${#1}" -le 85 ] && as_owner test -x "$1/."; then echo "$1"; return; fi
    elsewhere=$(mktemp -d /tmp/retort-pg.XXXXXX)
    if [ "$(id -u)" -eq 0 ]; then chown "$owner" "$elsewhere"; fi
    echo "$elsewhere" >"$1/elsewhere"
    echo "$elsewhere"
}

start() {
    [ ! -e "$dir/data" ] && [ ! -e "$dir/elsewhere" ] || die "$dir has a cluster already"
    mkdir -p "$dir"
    place=$(place_of "$(cd "$dir" && pwd)")
    cd "$place"
    LC_ALL=C as_owner "$bin/initdb" -D "$place/data" -U postgres -A trust -E UTF8 --locale=C --no-sync \
        >"$place/initdb.log" 2>&1 || { cat "$place/initdb.log" >&2; die "initdb failed"; }
    cat >>"$place/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$place'
fsync = off
synchronous_commit = off
full_page_writes = off
shared_buffers = 32MB
max_connections = 40
autovacuum = off
max_locks_per_transaction = 256
timezone = 'UTC'
log_timezone = 'UTC'
CONF
    LC_ALL=C as_owner "$bin/pg_ctl" -D "$place/data" -w -t 60 -l "$place/data/server.log" start \
        >/dev/null 2>&1 </dev/null || { cat "$place/data/server.log" >&2; die "the server did not start"; }
    echo "postgresql://postgres@/postgres?host=$place"
}

stop() {
    place=$dir
    if [ -e "$dir/elsewhere" ]; then place=$(cat "$dir/elsewhere"); fi
    [ -d "$place/data" ] || exit 0
    place=$(cd "$place" && pwd)
    here=$(pwd)
    cd "$place"
    LC_ALL=C as_owner "$bin/pg_ctl" -D "$place/data" -m immediate -w stop >/dev/null 2>&1 || true
    cd "$here"
    rm -rf "$place/data" "$place/initdb.log" "$dir/elsewhere"
    rmdir "$place" 2>/dev/null || true
    rmdir "$dir" 2>/dev/null || true
}

[ $# -ge 1 ] || die "usage: tests/pg.sh start|stop DIR"
bin=$(find_bin) || die "PostgreSQL's initdb is not installed (Debian: apt-get install postgresql)"
[ -n "$bin" ] || die "PostgreSQL's initdb is not installed (Debian: apt-get install postgresql)"
owner=$(find_owner)
[ "$1" = find ] || [ $# -eq 2 ] || die "usage: tests/pg.sh start|stop DIR"
dir=${2:-}
case $1 in
find) echo "$bin" ;;
start) start ;;
stop) stop ;;
*) die "usage: tests/pg.sh start|stop DIR" ;;
esac
