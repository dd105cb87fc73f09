# shellcheck shell=bash
# fixpoint_database.sh -- the databases of fixpoint.sh, which reads it: made anew for each model, and told as sorted text.
#
# Variables of fixpoint.sh: $dialect, $top, $place; this file sets $server (of its own, unless SERVER says one), $database, and for
# clients $here (psql and pg_dump) and $url (the project). SQLite has ./app.db.
url=sqlite:///app.db database=fixpoint_$$ here=

# --- made and dropped ---------------------------------------------------------------------------------------------------

databases_begin() {
    [ $dialect = postgresql ] || return 0
    mkdir "$place/pg"
    server=${SERVER:-$("$top/tests/pg.sh" start "$place/pg")} || exit 1
    use_database fixpoint_$$
    url="postgresql+psycopg2:${here#postgresql:}"
    local template=${server/\/postgres\?/\/fixpoint_template_$$?}
    psql -X -q "$server" -c "CREATE DATABASE fixpoint_template_$$"
    psql -X -q "$template" -c 'CREATE SCHEMA other; CREATE SCHEMA pgs_analysis; CREATE EXTENSION citext; CREATE EXTENSION hstore'
}
databases_end() {
    [ -z "${SERVER-}" ] || for name in fixpoint_$$ fixpoint_$$_fresh fixpoint_template_$$; do
        psql -X -q "$server" -c "DROP DATABASE IF EXISTS $name" >/dev/null 2>&1
    done
    [ ! -d "$place/pg" ] || [ -n "${SERVER-}" ] || "$top/tests/pg.sh" stop "$place/pg" >/dev/null 2>&1
}
use_database() { # NAME
    database=$1 here=${server/\/postgres\?/\/$1?}
}
new_database() {
    if [ $dialect = sqlite ]; then
        rm -f app.db
    else
        psql -X -q "$server" -c "DROP DATABASE IF EXISTS $database" -c "CREATE DATABASE $database TEMPLATE fixpoint_template_$$" 2>/dev/null
    fi
}
# Every partitioned table gets a partition, which no model tells of.
partitions() {
    [ $dialect = postgresql ] || return 0
    psql -X -q "$here" <<'SQL'
DO $$
DECLARE t record;
BEGIN
    FOR t IN SELECT p.partrelid::regclass AS name, n.nspname, c.relname, p.partstrat FROM pg_partitioned_table p
             JOIN pg_class c ON c.oid = p.partrelid JOIN pg_namespace n ON n.oid = c.relnamespace LOOP
        EXECUTE format('CREATE TABLE %I.%I PARTITION OF %s %s', t.nspname, t.relname || ' part', t.name,
                       CASE t.partstrat WHEN 'h' THEN 'FOR VALUES WITH (MODULUS 1, REMAINDER 0)' ELSE 'DEFAULT' END);
    END LOOP;
END $$;
SQL
}

# --- told ---------------------------------------------------------------------------------------------------------------

# A line of pg_dump with the statement it is a part of: columns of a table come in any order.
with_statements() {
    awk '{ sub(/, *$/, "") } /^[^ \t)]/ { statement = $0 } { print statement " | " $0 }'
}
catalog() {
    if [ $dialect = postgresql ]; then
        "$("$top/tests/pg.sh" find)/pg_dump" --schema-only --no-owner "$here" | grep -v '^--\|^$\|restrict' | with_statements
    else # a copied table is quoted, and its parts are in another order
        sqlite3 app.db "SELECT replace(replace(name, char(34), '') || ' ' || sql, char(10), ' ') FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'" |
            awk -f "$top/tests/stress/fixpoint_statements.awk"
    fi | LC_ALL=C sort
}
# What a changed database may have otherwise than a new one: names that the server gave to keys and indexes when their table or
# column was called otherwise; the sequence of a column that was SERIAL, which nobody takes away; on SQLite, where it means
# nothing, how long a type is.
as_in_a_new_database() {
    if [ $dialect = postgresql ]; then
        sed -E '/_id_seq"?/d; s/[^ ]+_(pkey|key|fkey|excl|check|idx)[0-9]*("?)([ ;]|$)/GIVEN_\1\3/g' | LC_ALL=C sort
    else
        sed -E 's/([A-Z]+)\([0-9]+(, [0-9]+)?\)/\1/g' | LC_ALL=C sort
    fi
}
