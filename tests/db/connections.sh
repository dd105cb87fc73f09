# connections.sh -- databases that cannot be reached, the driver names of URLs, and passwords that never show.
new_project "$PGURL"
new_revision a1 - "One table" <<'PY'
op.create_table("one", sa.Column("id", sa.Integer, primary_key=True))
PY
socket=${PGURL##*host=}
database=$(rows 'SELECT current_database()')
with_url() {
    sed -i "s|^sqlalchemy.url = .*|sqlalchemy.url = $1|" alembic.ini
    run retort "${@:2}" | sed "s|${socket//\//%2F}|PGDIR|g" # as the URL writes it
}

echo "== nobody listens"
with_url "postgresql+asyncpg://anna:secret@127.0.0.1:1/shop" current
with_url "postgresql://anna:secret@127.0.0.1:1/shop" upgrade head
with_url "postgresql://anna:secret@/shop?host=$HOME/nowhere" current
echo "== no such host"
with_url "postgresql://anna:secret@no-such-host.invalid/shop" current
echo "== no such database, no such user"
with_url "postgresql://postgres:secret@/no_such_database?host=$socket" current
with_url "postgresql://no_such_user:secret@/$database?host=$socket" current
echo "== not a URL, not a driver"
with_url "this is not a url" current
with_url "mysql+pymysql://anna:secret@localhost/shop" current
with_url "driver://user:pass@localhost/dbname" current
echo "== the driver's name does not matter"
for driver in postgresql postgresql+psycopg2; do
    with_url "$driver://postgres@/$database?host=$socket" current --verbose
done
with_url "postgresql://postgres:secret@/$database?host=$socket" current --verbose
