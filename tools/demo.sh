#!/usr/bin/env bash
# demo.sh -- plays two stories with the program given: a quick start on SQLite, and the example dashboard on a
# PostgreSQL server of its own. Both happen in a temporary folder that is removed at the end, whatever happens.
#
#     tools/demo.sh build/retort
#
# Works as root, with sudo and as a normal user. Fails as soon as a command does not do what the story says.
set -euo pipefail
cd "$(dirname "$0")/.."
top=$PWD
binary=$(realpath -e "${1:?usage: tools/demo.sh BINARY}")
[ -x "$binary" ] || { echo "demo.sh: $binary is not a program" >&2; exit 2; }

place=$(mktemp -d "${TMPDIR:-/tmp}/retort-demo.XXXXXX")
clean_up() {
    code=$?
    trap '' INT TERM HUP # nothing may stop this half-way
    trap - EXIT
    cd /
    [ ! -d "$place/pg" ] || "$top/tests/pg.sh" stop "$place/pg" >/dev/null 2>&1 || true
    rm -rf "$place"
    [ $code = 0 ] || echo "demo.sh: stopped with exit code $code" >&2
    exit $code
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
chmod 755 "$place" # PostgreSQL may have to run as another user
mkdir "$place/bin"
ln -s "$binary" "$place/bin/retort"
PATH="$place/bin:$PATH"
export PATH LC_ALL=C.UTF-8 PAGER=cat
unset DATABASE_URL ALEMBIC_CONFIG PGHOST PGPORT PGUSER PGDATABASE PGPASSWORD PGSERVICE

bold='' plain=''
if [ -t 1 ] && [ -z "${NO_COLOR-}" ]; then bold=$'\e[1m' plain=$'\e[0m'; fi

title() { printf '\n%s== %s ==%s\n' "$bold" "$1" "$plain"; }
say() { printf '\n%s\n' "$@"; }
# A command as typed, then what it says.
show() {
    printf '%s$ %s%s\n' "$bold" "$1" "$plain"
    eval "$1" 2>&1
}
# ... that must fail: an unsuccessful command is part of the story.
show_failing() {
    local code=0
    printf '%s$ %s%s\n' "$bold" "$1" "$plain"
    eval "$1" 2>&1 || code=$?
    echo "[exit code $code]"
    if [ $code = 0 ]; then wrong "it was expected to fail: $1"; fi
}
wrong() {
    echo "demo.sh: $1" >&2
    exit 1
}
expect() { # WHAT GOT WANTED
    [ "$2" = "$3" ] || wrong "$1 is '$2', expected '$3'"
}

title "1. Quick start: an SQLite file"
cp -r examples/quickstart "$place/quickstart"
cd "$place/quickstart"
sqlite() { sqlite3 bookshelf.db "$1"; }

say "An Alembic project, as it is: alembic.ini, env.py and three revisions written in Python."
show "ls alembic.ini migrations migrations/versions"
show "retort history"
say "No Python runs here. One program reads the scripts and makes the database:"
show "retort upgrade head"
show "retort current"
expect "the number of books" "$(sqlite 'SELECT count(*) FROM books')" 3
say "The last revision computed a slug for every row, in Python code:"
show "sqlite3 bookshelf.db 'SELECT slug, pages FROM books'"
expect "the third slug" "$(sqlite 'SELECT slug FROM books WHERE id = 3')" the-mysterious-island
say "One step back, and what a step would send, as SQL on paper:"
show "retort downgrade -1"
show "retort upgrade 1a2b:3c4d --sql"
expect "the revision" "$(sqlite 'SELECT version_num FROM alembic_version')" 3c4d
say "A new revision, with a mistake in it. The error points at the line, and the database stays as it was:"
show "retort upgrade head"
show "retort revision --rev-id 7a8b -m 'Books have a language'"
file=$(echo migrations/versions/7a8b*.py)
sed -i 's/^def upgrade.*/&\n    op.add_column("books", sa.Column("language", sa.Text(), nulable=False))/' "$file"
show_failing "retort upgrade head"
expect "the revision" "$(sqlite 'SELECT version_num FROM alembic_version')" 5e6f

title "2. The Optimizer Dashboard: an async project on PostgreSQL"
say "A private PostgreSQL server starts in a temporary folder, reachable through a socket only ..."
mkdir "$place/pg"
url=$("$top/tests/pg.sh" start "$place/pg")
socket=${url##*host=}
export PGHOST=$socket PGUSER=postgres
psql -X -q -d postgres -c 'CREATE DATABASE optimizer_dashboard'
cp -r "$top/examples/optimizer_dashboard/backend" "$place/backend"
cd "$place/backend"
sed -i "s|^DATABASE_URL=.*|DATABASE_URL=postgresql+asyncpg://postgres@/optimizer_dashboard?host=$socket|" .env
query() { psql -X -q -A -t -d optimizer_dashboard -c "$1"; }

say "Its settings come from .env through pydantic-settings, its models are SQLAlchemy 2.0, its env.py is async:"
show "sed -n '/^async def/,/^$/p' alembic/env.py"
show "retort current"
show "retort history"
show "retort upgrade 001_initial_schema"
show "retort upgrade +1"
query "INSERT INTO query_plans (query_hash, query, plan, reviewed) VALUES
       ('9f1c', 'SELECT 1', '{}', true), ('77aa', 'SELECT 2', '{}', false)"
say "Two plans came in meanwhile, one of them reviewed. The next revisions turn that flag into a status."
show "retort upgrade head"
show "psql -X -d optimizer_dashboard -c 'SELECT query_hash, status FROM query_plans ORDER BY 1'"
expect "the status" "$(query "SELECT status FROM query_plans WHERE query_hash = '9f1c'")" "done"
show "retort current"
show "psql -X -d optimizer_dashboard -c 'SELECT * FROM alembic_version;'"
expect "the version" "$(query 'SELECT version_num FROM alembic_version')" 005_index_node_type
expect "the index built CONCURRENTLY" "$(query "SELECT indisvalid FROM pg_index
    WHERE indexrelid = 'ix_plan_nodes_node_type'::regclass")" t

say "A colleague writes the same without autocommit_block(). PostgreSQL would refuse it inside the migration's transaction," \
    "so the transaction ends before it and a new one begins behind it:"
cat >alembic/versions/006_large.py <<'PY'
"""An index on a large table."""
from alembic import op

revision = "006_large"
down_revision = "005_index_node_type"


def upgrade() -> None:
    op.execute("CREATE INDEX CONCURRENTLY ix_plans_cost ON query_plans (total_cost)")


def downgrade() -> None:
    op.drop_index("ix_plans_cost", table_name="query_plans")
PY
show "retort upgrade head"
expect "the index built CONCURRENTLY" "$(query "SELECT indisvalid FROM pg_index
    WHERE indexrelid = 'ix_plans_cost'::regclass")" t
say "Another one makes a mistake in the second statement of a revision. The whole run is undone:"
cat >alembic/versions/007_wrong.py <<'PY'
"""A note, and a mistake."""
from alembic import op

revision = "007_wrong"
down_revision = "006_large"


def upgrade() -> None:
    op.execute("ALTER TABLE query_plans ADD COLUMN note TEXT")
    op.execute("CREATE INDEX ix_plans_note ON query_plans (nota)")


def downgrade() -> None:
    op.drop_column("query_plans", "note")
PY
show_failing "retort upgrade head"
expect "the version" "$(query 'SELECT version_num FROM alembic_version')" 006_large
expect "columns named note" "$(query "SELECT count(*) FROM information_schema.columns
    WHERE table_name = 'query_plans' AND column_name = 'note'")" 0
rm alembic/versions/007_wrong.py

say "Two developers add a revision at the same time: two heads, and a merge."
show "retort revision --rev-id 007_anna -m 'Add tags' --head 006_large"
show "retort revision --rev-id 007_ben -m 'Add colours' --head 006_large --splice"
show "retort heads"
show_failing "retort upgrade head"
show "retort merge -m 'Merge migrations' --rev-id 008_merge 007_anna 007_ben"
show "retort upgrade head"
expect "the version" "$(query 'SELECT version_num FROM alembic_version')" 008_merge
say "And all the way back:"
show "retort downgrade base"
expect "the number of tables" "$(query "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")" 1

title "Done"
echo "Everything above happened in $place, which is removed now."
