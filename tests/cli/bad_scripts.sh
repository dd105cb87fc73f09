# bad_scripts.sh -- mistakes in migrations: each is told with its place, the line, and what to do.
new_project
new_revision a1 - "start" <<'PY'
op.create_table("one", sa.Column("id", sa.Integer, primary_key=True))
PY
must retort -q upgrade head 2>/dev/null
cp app.db kept.db
try() { # words <<'PY' body
    echo "== $1"
    new_revision b2 a1 "$1"
    cp kept.db app.db
    run retort upgrade head
}
whole() { # words <<'PY' the whole file
    echo "== $1"
    cat >migrations/versions/b2_.py
    cp kept.db app.db
    run retort upgrade head
}

try "a bracket that never closes" <<'PY'
op.create_table("two",
    sa.Column("id", sa.Integer, primary_key=True)
PY
try "wrong indentation" <<'PY'
op.execute("SELECT 1")
   op.execute("SELECT 2")
PY
try "a name nobody defined" <<'PY'
op.create_table("two", sa.Column("id", sa.Integr()))
PY
try "a variable nobody defined" <<'PY'
for table in tables:
    op.drop_table(table)
PY
try "an operation that does not exist" <<'PY'
op.create_tabel("two", sa.Column("id", sa.Integer))
PY
try "an unknown keyword" <<'PY'
op.create_table("two", sa.Column("id", sa.Integer, nulable=True))
PY
try "a missing argument" <<'PY'
op.create_index("ix_one")
PY
try "a missing keyword" <<'PY'
op.create_foreign_key("fk", "one", "two", ["id"])
PY
try "the wrong type" <<'PY'
op.add_column("one", "name")
PY
try "columns that are not a list" <<'PY'
op.create_index("ix_one", "one", 5)
PY
try "too many arguments" <<'PY'
op.drop_table("one", "two", "three")
PY
try "an exception of the script" <<'PY'
def check(value):
    if value < 1:
        raise ValueError(f"{value} is too small")

check(2)
check(0)
PY
try "an exception with a cause" <<'PY'
try:
    {}["key"]
except KeyError as error:
    raise RuntimeError("no such setting") from error
PY
try "an exception while another is handled" <<'PY'
try:
    op.execute("SELECT nothing")
except Exception:
    {}["key"]
PY
try "an exception without its cause" <<'PY'
try:
    {}["key"]
except KeyError:
    raise RuntimeError("no such setting") from None
PY
try "sys.exit" <<'PY'
import sys

sys.exit(3)
PY
try "a module nobody knows" <<'PY'
import numpy

op.execute("SELECT " + str(numpy.array([1, 2]).sum()))
PY
try "a module of the project that is missing" <<'PY'
from app.models import User
from .neighbour import helper

op.execute(helper())
PY
try "endless recursion" <<'PY'
def again(n):
    return again(n + 1)

again(0)
PY
try "endless recursion of two" <<'PY'
def left(n):
    return right(n + 1)

def right(n):
    return left(n + 1)

left(0)
PY
try "writing a file" <<'PY'
with open("written.txt", "w") as file:
    file.write("hello")
PY
try "starting a program" <<'PY'
import subprocess

subprocess.run(["touch", "started"])
PY
try "opening a socket" <<'PY'
import urllib.request

urllib.request.urlopen("http://localhost/")
PY
ls written.txt started 2>/dev/null

whole "no upgrade function" <<'PY'
"""no upgrade"""
revision = "b2"
down_revision = "a1"
PY
whole "an upgrade that is no function" <<'PY'
"""odd upgrade"""
revision = "b2"
down_revision = "a1"
upgrade = 5
PY
whole "an upgrade that wants an argument" <<'PY'
"""wants more"""
revision = "b2"
down_revision = "a1"
def upgrade(engine):
    pass
PY
whole "an error in the head of the file" <<'PY'
"""head"""
import sqlalchemy as sa
from sqlalchemy import Colum
revision = "b2"
down_revision = "a1"
def upgrade():
    pass
PY
whole "an id that is no string" <<'PY'
revision = 5
down_revision = "a1"
PY
whole "an id that is a number in the end" <<'PY'
revision = int("5")
down_revision = "a1"
PY
whole "an empty file" </dev/null
printf '"""broken \xff\xfe UTF-8"""\nrevision = "b2"\ndown_revision = "a1"\ndef upgrade():\n    pass\n' | whole "broken UTF-8"
printf 'revision = "b2"\ndown_revision = "a1"\0\n' | whole "a zero byte"
printf '# -*- coding: latin-1 -*-\n"""caf\xe9"""\nrevision = "b2"\ndown_revision = "a1"\ndef upgrade():\n    pass\n' |
    whole "a declared coding"
printf '# coding: martian\nrevision = "b2"\ndown_revision = "a1"\n' | whole "a coding nobody knows"
echo "== and back to a good history"
cp kept.db app.db
rm migrations/versions/b2_.py
run retort current
