#!/bin/sh
# deps.sh -- installs the Debian packages that are missing, says which and why, and is silent when none is.
#
#     tools/deps.sh build    to compile Retort and play its demo
#     tools/deps.sh check    ... and to run its tests
#
# Needs nothing but a shell. RETORT_NO_INSTALL=1 only names what is missing.
set -eu

packages() {
    cat <<'LIST'
build gcc             compiles the program
build libc6-dev       headers of the C library
build make            runs the build
build pkg-config      finds the libraries
build libgc-dev       collected heap
build libgmp-dev      big integers of scripts
build libpcre2-dev    regular expressions of scripts
build libpq-dev       PostgreSQL client
build libsqlite3-dev  SQLite, built in
build postgresql      server the demo and the tests start privately
build sqlite3         shell the demo and the tests look into databases with
check openssl         makes the certificate of a server with TLS
check perl-base       drives the tests of SQL output
check diffutils       shows how an output differs
LIST
}

kind=${1-build}
installed() { dpkg-query -W -f '${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed; }

wanted() { # "package  why" rows of this kind
    packages | while read -r group package why; do
        if [ "$group" = build ] || [ "$group" = "$kind" ]; then echo "$package $why"; fi
    done
}

if ! command -v dpkg-query >/dev/null 2>&1; then
    # not Debian: the compiler will say what is missing, this only names the parts
    if ! command -v pkg-config >/dev/null 2>&1 || ! pkg-config --exists bdw-gc libpcre2-8 sqlite3 libpq; then
        echo "This is not a Debian system; please install the counterparts of these packages:" >&2
        wanted | while read -r package why; do printf '  %-16s %s\n' "$package" "$why"; done >&2
    fi
    exit 0
fi

rows=$(wanted | while read -r package why; do
    installed "$package" || printf '%s %s\n' "$package" "$why"
done)
[ -n "$rows" ] || exit 0
# another pkg-config or another server version serves as well
have() {
    case $1 in
    pkg-config) command -v pkg-config ;;
    postgresql) command -v initdb || ls /usr/lib/postgresql/*/bin/initdb ;;
    gcc | make) command -v "$1" ;;
    *) false ;;
    esac >/dev/null 2>&1
}
rows=$(echo "$rows" | while read -r package why; do have "$package" || echo "$package $why"; done)
[ -n "$rows" ] || exit 0

echo "Missing Debian packages:"
echo "$rows" | while read -r package why; do printf '  %-16s %s\n' "$package" "$why"; done
missing=$(echo "$rows" | cut -d' ' -f1 | tr '\n' ' ')
command="apt-get install -y --no-install-recommends $missing"

give_up() {
    echo "deps.sh: $1" >&2
    echo "Install them yourself:  sudo $command" >&2
    exit 1
}
[ -z "${RETORT_NO_INSTALL-}" ] || give_up "told not to install (RETORT_NO_INSTALL)"
root=
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null 2>&1 || give_up "not root, and there is no sudo"
    root=sudo
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
run() { # quietly; what it said is shown when all fails
    $root env DEBIAN_FRONTEND=noninteractive "$@" >"$log" 2>&1
}
echo "Installing them ..."
run $command || { run apt-get update && run $command; } || {
    tail -n 8 "$log" >&2
    give_up "apt-get failed; is there a network and a package mirror?"
}
