# batch_interrupted.sh -- a copy of a table that is stopped at any point: a full disk at every page, SIGINT and SIGKILL
# at random moments. The database is the one before or the one after, never anything between.
new_project
rows=20000
sqlite3 app.db "CREATE TABLE p (id INTEGER NOT NULL, name VARCHAR(20), age INTEGER, PRIMARY KEY (id));
    CREATE INDEX ix_name ON p (name); CREATE TABLE log (what TEXT); CREATE VIEW v AS SELECT id, name FROM p;
    CREATE TRIGGER tr AFTER INSERT ON p BEGIN INSERT INTO log VALUES (new.name); END;
    CREATE TABLE c (id INTEGER PRIMARY KEY, pid INTEGER REFERENCES p (id) ON DELETE CASCADE);"
new_revision a1 - "Copy" <<'PY'
import os
op.execute("PRAGMA foreign_keys = ON")
if os.environ.get("PAGES"):
    op.execute("PRAGMA max_page_count = " + os.environ["PAGES"])
with op.batch_alter_table("p") as batch_op:
    batch_op.drop_column("age")
    batch_op.alter_column("name", nullable=True, type_=sa.Text())
PY
retort stamp base 2>err
cp app.db empty.db
content() { # what the database holds, but for the version
    [ "$(sqlite3 app.db 'PRAGMA integrity_check')" = ok ] || echo "the database is damaged"
    sqlite3 app.db .dump | grep -v alembic_version | md5sum
}
fill() {
    sqlite3 app.db "INSERT INTO p WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1)
        SELECT i, 'name ' || i, i FROM n; DELETE FROM log; INSERT INTO c SELECT id, id FROM p; VACUUM;"
}
judge() { # WHAT: counts what the run left
    case $(content) in
    "$before") left_before=$((left_before + 1)) ;;
    "$after") left_after=$((left_after + 1)) ;;
    *) echo "$1: neither the database before nor the one after" ;;
    esac
    rm -f app.db-journal
}

echo "== a disk that is full after every number of pages"
fill 3000
cp app.db start.db
before=$(content)
must retort upgrade head 2>err
after=$(content)
pages=$(sqlite3 start.db 'PRAGMA page_count')
left_before=0 left_after=0
for more in $(seq 0 40); do
    cp start.db app.db
    PAGES=$((pages + more)) retort upgrade head >out 2>err || grep -q 'database or disk is full' err || cat err
    judge "page $more"
done
[ $left_before -gt 5 ] && [ $left_after -gt 5 ] && echo "every one of $((left_before + left_after)) runs did all or nothing"

echo "== signals"
cp empty.db app.db
fill $rows
cp app.db start.db
before=$(content)
must retort upgrade head 2>err
after=$(content)
for signal in KILL INT; do
    left_before=0 left_after=0
    for try in 1 2 3 4 5 6 7 8; do
        cp start.db app.db
        retort upgrade head >out 2>&1 &
        sleep "0.0$((try * 7 % 10))$((RANDOM % 10))"
        kill -s $signal $! 2>/dev/null
        wait $! 2>/dev/null
        judge "SIG$signal $try"
    done
    [ $((left_before + left_after)) = 8 ] && echo "SIG$signal: every run did all or nothing"
done
