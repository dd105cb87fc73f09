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
echo "== names that nothing binds, and those that only look so"
rm -rf migrations/versions/* app.py
cp "$TESTS/fixtures/project/env.py" migrations/
mkdir app
: >app/__init__.py
put app/stars.py <<'PY'
from os.path import *
VALUE = 1
PY
put app/more.py <<'PY'
from somewhere import *
PY
put migrations/versions/names.py <<'PY'
"""Names."""
from typing import TYPE_CHECKING

from alembic import op
from app.stars import *
from collections import *

if TYPE_CHECKING:
    from app.models import User
revision = "names"
down_revision = None


def application():
    routes = []

    def handler():
        nonlocal routes
        routes = [later, *routes]

    later = 2
    return handler


def first[T](values: list[T], user: "User") -> Missing:
    return values[0] if values else T


def upgrade():
    [row for row in range(3)]
    join("a", "b"), defaultdict(list), VALUE, __file__, first
    try:
        maybe
    except NameError:
        pass
    match op:
        case {"k": value, **rest} if value:
            print(rest)
    if (count := 3) and (lambda n: n + count):
        global made
        made = 1
        del made
    type Pair[P] = list[P]
    op.execute(users.insert())
    print(f"{colour:{width}}")


def downgrade():
    users.drop()
PY
put migrations/versions/open.py <<'PY'
"""Binds what nobody can see."""
revision = "open"
down_revision = "names"
globals()["x"] = 1


def upgrade():
    print(x, y)


def downgrade():
    pass
PY
put migrations/versions/closed.py <<'PY'
"""Takes everything of a library that is not here."""
from app.more import *
revision = "closed"
down_revision = "open"


def upgrade():
    print(y), range(3)
    for row in y:
        pass


def downgrade():
    pass
PY
run retort doctor
echo "== env.py that demands -x arguments"
rm migrations/versions/*.py
sed -i '1i from alembic import context\ntenant = context.get_x_argument(as_dictionary=True)["tenant"]' migrations/env.py
run retort doctor
run retort -x tenant=a doctor
run_stdout retort doctor --json
echo "== what pyproject.toml allows, as the ini does"
rm -rf app migrations alembic.ini
run retort init --template pyproject migrations >/dev/null
put migrations/versions/one.py <<'PY'
"""One."""
import os

revision = "one"
down_revision = None


def upgrade():
    os.remove("x")


def downgrade():
    pass
PY
sed -i "s|driver://user:pass@localhost/dbname|sqlite:///x.db|" pyproject.toml alembic.ini
run retort doctor
sed -i 's/^\[tool.alembic\]/&\nallow = ["write"]/' pyproject.toml
run retort doctor
sed -i 's/^allow = .*/allow = ["writing"]/' pyproject.toml
run retort doctor
