# sqlite_steps.sh -- a revision on SQLite that plays with its transaction leaves what it leaves there.
# Judged by its exit code.
new_project
new_revision a1 - "Two tables" <<'PY'
op.create_table("parent", sa.Column("id", sa.Integer, primary_key=True))
op.create_table("child", sa.Column("id", sa.Integer, primary_key=True),
                sa.Column("p", sa.Integer, sa.ForeignKey("parent.id", ondelete="CASCADE")))
op.execute("INSERT INTO parent VALUES (1), (2)")
op.execute("INSERT INTO child VALUES (1, 1), (2, 2)")
PY
case_of() {
    rm -rf ours theirs
    new_revision b2 a1 "$1"
    mkdir ours theirs
    cp -r alembic.ini migrations ours
    cp -r alembic.ini migrations theirs
    # there, keys of other tables do not follow a new name
    [ "$1" != batch ] || sed -i 's/^\[alembic\]/&\nsqlite_batch = alembic/' ours/alembic.ini
    agree --no-output upgrade head
    same_text "$1" "$(sqlite3 theirs/app.db .dump)" "$(sqlite3 ours/app.db .dump)"
}
. "$TESTS/fixtures/sqlite_steps.sh" same
agreed
