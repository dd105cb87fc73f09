# doctor.sh -- what of a project would be refused, found without a database and without running a migration.
new_project postgresql://nobody@nowhere.invalid/none
new_revision one - "Sound" <<'PY'
op.create_table("t", sa.Column("id", sa.Integer, primary_key=True))
PY
echo "== a sound project: its database is not asked"
run retort doctor

put migrations/versions/two.py <<'PY'
"""Names, refusals, modules that are not there."""
import os
import subprocess

import fastapi
import requests
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "two"
down_revision = "one"


def upgrade():
    op.create_tabel("x")
    op.add_column("t", sa.Column("a", sa.Strin(5)))
    postgresql.JSONX
    os.remove("x")
    subprocess.run(["ls"])
    open("x", "w")
    requests.get("http://example.org")
    input("sure? ")
    sa.Column("x", fastapi.Thing)
    try:
        sa.perhaps
    except AttributeError:
        pass


def downgrade():
    op.execut("x")
PY
echo "== what upgrade() would stumble over, without running it"
run retort doctor
run retort --allow write --allow run doctor
run_stdout retort doctor --json
echo "== a file that does not parse does not hide the others"
printf 'def upgrade(:\n' >migrations/versions/three.py
run retort doctor
rm migrations/versions/t*.py
echo "== env.py and the template count"
sed -i 's/^from alembic import context/&, no_such_name/' migrations/env.py
echo '${unclosed' >>migrations/script.py.mako
run retort doctor
echo "== many revisions"
rm -rf migrations/versions/*
down=None
for ((i = 0; i < 300; i++)); do
    printf 'revision = "r%s"\ndown_revision = %s\n\n\ndef upgrade():\n    pass\n\n\ndef downgrade():\n    pass\n' "$i" "$down" >"migrations/versions/r$i.py"
    down="\"r$i\""
done
cp "$TESTS/fixtures/project/env.py" "$TESTS/fixtures/project/script.py.mako" migrations/
run retort doctor
echo "== of the project's modules: what a migration comes to, not the rest of the application"
rm -rf migrations/versions/*
cat >app.py <<'PY'
import os
import subprocess

import requests
from sqlalchemy import types


def send():
    return requests.get("x").status_code + 1 == 2 or subprocess.run(["mail"])


def seed():
    _clean()


def _clean():
    os.remove("seed.json")


class Secret(types.TypeDecorator):
    impl = types.String
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return subprocess.run(["gpg", value])

    def export(self):
        os.remove("x")
PY
sed -i '1i import sys\nsys.path.insert(0, ".")\nimport app' migrations/env.py
new_revision one - "Reaches" <<'PY'
import app
app.seed()
op.create_table("t", sa.Column("a", app.Secret(5)))
PY
run retort doctor
