# autogenerate_questions.sh -- on a terminal a drop that may be a rename is asked about; script(1) is the terminal.
command -v script >/dev/null || { echo "no script(1)" && exit 77; }
new_project
cat >migrations/env.py <<'PY'
import os
import sys

from alembic import context
from sqlalchemy import create_engine

sys.path.insert(0, os.getcwd())
from models import metadata

engine = create_engine(context.config.get_main_option("sqlalchemy.url"))
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
PY
models() { { echo "from sqlalchemy import *"; echo "metadata = MetaData()"; cat; } >models.py; }
upgrade() { sed -n '/^def upgrade/,/^def downgrade/p' migrations/versions/$1_*.py | sed '$d'; }
asked() { # ANSWERS ARGUMENT...: the questions, each behind a line's begin, and the file's name
    local answers=$1
    shift
    printf "$answers" >answers
    script -qec "retort -q $*" /dev/null <answers 2>&1 | tr -d '\r' | sed 's/\] /]\n/g' | grep -a '^Was\|^error'
}

models <<'PY'
Table("member", metadata, Column("id", Integer, primary_key=True), Column("mail", String(50)), Column("age", Integer))
Table("kept", metadata, Column("id", Integer, primary_key=True), Column("a", Text))
PY
run retort -q revision --autogenerate --rev-id a1
run retort -q upgrade head

echo "== a table and a column, both renamed"
models <<'PY'
Table("members", metadata, Column("id", Integer, primary_key=True), Column("mail", String(50)), Column("age", Integer))
Table("kept", metadata, Column("id", Integer, primary_key=True), Column("b", Text))
PY
asked 'y\ny\n' revision --autogenerate --rev-id b1
upgrade b1

echo "== an empty line is what the names suggest"
rm migrations/versions/b1_*
asked '\n\n' revision --autogenerate --rev-id b2
upgrade b2

echo "== no"
rm migrations/versions/b2_*
asked 'n\nn\n' revision --autogenerate --rev-id b3
upgrade b3

echo "== check asks nothing, and nothing is asked where the answer was given or Alembic's way is wanted"
rm migrations/versions/b3_*
asked 'y\ny\n' check
asked 'y\n' revision --autogenerate --rev-id b4 --rename member:members --rename kept.a:b
asked 'y\ny\n' --compat revision --autogenerate --rev-id b5
echo "== nor without a terminal"
rm -f migrations/versions/b[45]_*
retort -q revision --autogenerate --rev-id b6 <answers 2>&1 | grep -c Was || true
