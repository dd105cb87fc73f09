# bad_projects.sh -- missing, unreadable, or wrong files of the project itself.
echo "== no configuration at all"
run retort current
run retort -c nowhere.ini current
run retort -c . current
run retort -n other current

echo "== a configuration without a script folder, then a folder that is not there"
printf '[alembic]\n' >alembic.ini
run retort heads
printf '[alembic]\nscript_location = nowhere\n' >alembic.ini
run retort heads
printf '[alembic]\nscript_location\n' >alembic.ini
run retort heads
printf 'script_location = migrations\n' >alembic.ini
run retort heads
printf '[alembic]\nscript_location = %%(nowhere)s/migrations\n' >alembic.ini
run retort heads
printf '[alembic]\nscript_location = a\n[alembic]\nscript_location = b\n' >alembic.ini
run retort heads
printf '[alembic]\nscript_location = \xff\n' >alembic.ini
run retort heads
rm alembic.ini
printf '[tool.alembic\nscript_location = "migrations"\n' >pyproject.toml
run retort heads
printf '[tool.alembic]\nscript_location = 5\n' >pyproject.toml
run retort heads
rm pyproject.toml

new_project
new_revision a1 - "start" <<<pass
echo "== no env.py"
mv migrations/env.py kept.py
run retort upgrade head
echo "== a folder named env.py"
mkdir migrations/env.py
run retort upgrade head
rmdir migrations/env.py
echo "== an env.py that cannot be read"
if [ "$(id -u)" != 0 ]; then
    cp kept.py migrations/env.py
    chmod 0 migrations/env.py
    retort upgrade head 2>&1 | grep -c 'ermission denied'
    rm -f migrations/env.py
else
    echo 1
fi
echo "== mistakes in env.py"
try() {
    echo "-- $1"
    cat >migrations/env.py
    run retort upgrade head
}
try "never configured" <<'PY'
from alembic import context

context.run_migrations()
PY
try "does nothing" </dev/null
try "syntax" <<'PY'
from alembic import context
if context.is_offline_mode()
    pass
PY
try "no connection" <<'PY'
from alembic import context

context.configure(connection=None)
with context.begin_transaction():
    context.run_migrations()
PY
try "an engine instead of a connection" <<'PY'
from alembic import context
from sqlalchemy import create_engine

context.configure(connection=create_engine("sqlite://"))
with context.begin_transaction():
    context.run_migrations()
PY
try "a setting nobody made" <<'PY'
import os

url = os.environ["DATABASE_URL"]
PY
cp kept.py migrations/env.py

echo "== no versions folder, a file in its place, files that are no revisions"
mv migrations/versions kept
run retort heads
: >migrations/versions
run retort heads
rm migrations/versions
mv kept migrations/versions
mkdir migrations/versions/folder.py
echo 'not Python at all' >migrations/versions/notes.txt
echo 'not Python at all' >migrations/versions/.#a1_.py
run retort heads
rmdir migrations/versions/folder.py
echo "== a URL that is not one"
sed -i 's|^sqlalchemy.url.*|sqlalchemy.url =|' alembic.ini
run retort current
sed -i '/^sqlalchemy.url/d' alembic.ini
run retort current
sed -i 's|^script_location.*|&\nsqlalchemy.url = sqlite:////no/such/folder/app.db|' alembic.ini
run retort current
sed -i 's|^sqlalchemy.url.*|sqlalchemy.url = sqlite:///.|' alembic.ini
run retort upgrade head
head -c 4096 /dev/zero | tr '\0' x >text.db
sed -i 's|^sqlalchemy.url.*|sqlalchemy.url = sqlite:///text.db|' alembic.ini
run retort upgrade head
echo "== logging that cannot be set up"
sed -i 's|^sqlalchemy.url.*|sqlalchemy.url = sqlite:///app.db|; s|^keys = console|keys = consol|' alembic.ini
run retort upgrade head
