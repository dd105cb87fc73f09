# cookbook.sh -- what projects build on top: views as objects with versions, an audit of versions, ids by number, tests
# that climb the stairs, data by ORM, offline conditions, several version tables, many databases.
# ALEMBIC=alembic RUNNER=python3 play the same through Alembic; what comes out is the same.
ALEMBIC=${ALEMBIC:-retort}
RUNNER=${RUNNER:-retort run}
alembic() { command "$ALEMBIC" "$@"; }
script() { # the script on stdin
    cat >script.py
    local code=0
    PYTHONPATH=. $RUNNER script.py 2>&1 || code=$?
    [ $code = 0 ] || echo "[exit $code]"
}
fresh() {
    echo "== $1"
    rm -rf migrations *.db *.py
    new_project
    sed -i 's/^script_location.*/&\nprepend_sys_path = ./' alembic.ini
}

fresh "replaceable objects"
put views.py <<'PY'
from alembic.operations import MigrateOperation, Operations


class Versioned:
    """Something of the database that is replaced as a whole: a view here."""

    def __init__(self, name, body):
        self.name = name
        self.body = body


class WholeOp(MigrateOperation):
    def __init__(self, what):
        self.what = what

    @classmethod
    def run_on(cls, operations, what):
        return operations.invoke(cls(what))

    def reverse(self):
        raise NotImplementedError()

    @classmethod
    def _of_revision(cls, operations, where):
        revision, name = where.split(".")
        return getattr(operations.get_context().script.get_revision(revision).module, name)

    @classmethod
    def swap(cls, operations, what, replaces=None, replace_with=None):
        if replaces:
            old, new = cls(cls._of_revision(operations, replaces)).reverse(), cls(what)
        elif replace_with:
            old, new = cls(what).reverse(), cls(cls._of_revision(operations, replace_with))
        else:
            raise TypeError("replaces or replace_with is required")
        operations.invoke(old)
        operations.invoke(new)


@Operations.register_operation("create_view", "run_on")
@Operations.register_operation("replace_view", "swap")
class CreateViewOp(WholeOp):
    def reverse(self):
        return DropViewOp(self.what)


@Operations.register_operation("drop_view", "run_on")
class DropViewOp(WholeOp):
    def reverse(self):
        return CreateViewOp(self.what)


@Operations.implementation_for(CreateViewOp)
def create_view(operations, operation):
    operations.execute("CREATE VIEW %s AS %s" % (operation.what.name, operation.what.body))


@Operations.implementation_for(DropViewOp)
def drop_view(operations, operation):
    operations.execute("DROP VIEW %s" % operation.what.name)
PY
sed -i '1i import views' migrations/env.py
new_revision a1 - "customers" <<'PY'
op.create_table("customer", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(20)))
op.create_view(names)
---
op.drop_view(names)
op.drop_table("customer")
PY
sed -i 's/^depends_on.*/&\nfrom views import Versioned\n\nnames = Versioned("names", "SELECT name FROM customer")/' migrations/versions/a1_.py
new_revision b2 a1 "names with ids" <<'PY'
op.replace_view(names, replaces="a1.names")
---
op.replace_view(names, replace_with="a1.names")
PY
sed -i 's/^depends_on.*/&\nfrom views import Versioned\n\nnames = Versioned("names", "SELECT id, name FROM customer")/' migrations/versions/b2_.py
run_stdout alembic upgrade head --sql
run alembic upgrade head
run alembic downgrade a1
run alembic downgrade base

fresh "an audit of versions, and data by ORM"
python_env() { # the arguments of configure() instead of the usual ones
    sed -i "s/context.configure(connection=connection, target_metadata=target_metadata)/context.configure(connection=connection, target_metadata=target_metadata, $1)/" migrations/env.py
}
python_env "on_version_apply=audit"
cat >.audit <<'PY'
import sqlalchemy as sa

def audit(ctx, step, heads, run_args):
    table = sa.table("version_audit", sa.column("step"), sa.column("heads"), sa.column("kind"))
    ctx.connection.execute(sa.text("CREATE TABLE IF NOT EXISTS version_audit (step TEXT, heads TEXT, kind TEXT)"))
    ctx.connection.execute(table.insert().values(
        step="%s->%s" % (step.source_revision_ids, step.destination_revision_ids),
        heads=",".join(sorted(heads)), kind="stamp" if step.is_stamp else "up" if step.is_upgrade else "down"))
PY
sed -i '1r .audit' migrations/env.py
new_revision a1 - "people" <<'PY'
op.create_table("person", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(20)), sa.Column("age", sa.Integer))
PY
new_revision b2 a1 "their data" <<'PY'
bind = op.get_bind()
session = Session(bind=bind)
session.add_all([Person(name="Ann", age=30), Person(name="Bo", age=None)])
session.flush()
session.bulk_insert_mappings(Person, [{"name": "Cy", "age": 7}, {"name": "Di", "age": 8}])
session.execute(sa.update(Person).where(Person.age.is_(None)).values(age=1))
for person in session.scalars(sa.select(Person).where(Person.age < 10).order_by(Person.name)):
    print("found", person.name, person.age)
    person.age = person.age + 100
session.commit()
print("people:", session.query(Person).count())
---
print("nothing to undo", file=sys.stderr)
PY
sed -i 's/^depends_on.*/&\nimport sys\n\nfrom sqlalchemy.orm import Session, declarative_base\n\nBase = declarative_base()\n\n\nclass Person(Base):\n    __tablename__ = "person"\n    id = sa.Column(sa.Integer, primary_key=True)\n    name = sa.Column(sa.String(20))\n    age = sa.Column(sa.Integer)/' migrations/versions/b2_.py
run alembic upgrade head
run alembic downgrade a1
run alembic stamp head
script <<'PY'
import sqlalchemy as sa

with sa.create_engine("sqlite:///app.db").connect() as connection:
    print(connection.execute(sa.text("SELECT name, age FROM person ORDER BY name")).all())
    for row in connection.execute(sa.text("SELECT * FROM version_audit")):
        print(tuple(row))
PY

fresh "conditions offline"
new_revision a1 - "conditional" <<'PY'
op.create_table("t", sa.Column("id", sa.Integer))
if not context.is_offline_mode():
    print("rows:", op.get_bind().execute(sa.text("SELECT count(*) FROM t")).scalar())
else:
    op.execute("-- run the counting by hand")
if context.get_x_argument(as_dictionary=True).get("data", "no") == "yes":
    op.bulk_insert(sa.table("t", sa.column("id", sa.Integer)), [{"id": 1}])
PY
sed -i 's/^from alembic import op/from alembic import context, op/' migrations/versions/a1_.py
run_stdout alembic -x data=yes upgrade head --sql
run_stdout alembic upgrade head

fresh "tests climb the stairs"
for i in 1 2 3; do
    new_revision "r$i" "$([ $i = 1 ] && echo - || echo r$((i - 1)))" "step $i" <<PY
op.create_table("t$i", sa.Column("id", sa.Integer))
---
op.drop_table("t$i")
PY
done
script <<'PY'
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory


def config(url="sqlite:///stairs.db"):
    made = Config("alembic.ini")
    made.set_main_option("sqlalchemy.url", url)
    return made


def revisions():
    found = list(ScriptDirectory.from_config(config()).walk_revisions("base", "heads"))
    found.reverse()
    return found


def tables():
    return sorted(sa.inspect(sa.create_engine("sqlite:///stairs.db")).get_table_names())


for revision in revisions():
    command.upgrade(config(), revision.revision)
    command.downgrade(config(), revision.down_revision or "-1")
    command.upgrade(config(), revision.revision)
    print(revision.revision, tables())
command.downgrade(config(), "base")
print(tables())
assert len(ScriptDirectory.from_config(config()).get_heads()) == 1
PY

fresh "ids of one's own, no empty files, what is left out by info"
put models.py <<'PY'
import sqlalchemy as sa

metadata = sa.MetaData()
sa.Table("kept", metadata, sa.Column("id", sa.Integer, primary_key=True))
sa.Table("skipped", metadata, sa.Column("id", sa.Integer, primary_key=True), info={"skip_autogenerate": True})
PY
cat >.hooks <<'PY'
from models import metadata as target_metadata
from alembic.script import ScriptDirectory


def include_object(object, name, type_, reflected, compare_to):
    return not object.info.get("skip_autogenerate", False)


def number(context, revision, directives):
    if not directives:
        return
    script = directives[0]
    if config.cmd_opts and getattr(config.cmd_opts, "autogenerate", False) and script.upgrade_ops.is_empty():
        directives[:] = []
        print("nothing to write")
        return
    head = ScriptDirectory.from_config(context.config).get_current_head()
    script.rev_id = "{0:04}".format(int(head.lstrip("0") or 0) + 1 if head else 1)
PY
sed -i -e '/^target_metadata/d' -e '/^config = /r .hooks' migrations/env.py
python_env "include_object=include_object, process_revision_directives=number"
for name in first second; do
    run_stdout alembic revision --autogenerate -m $name
    grep -c create_table migrations/versions/*_$name.py 2>/dev/null
    run_stdout alembic upgrade head
done
sed -i 's/^script_location.*/&\nrevision_environment = true/' alembic.ini
run_stdout alembic revision -m "third"
script <<'PY'
from alembic import command
from alembic.config import Config


def renamed(context, revision, directives):
    print("asked with", revision, type(directives[0]).__name__, directives[0].message)
    directives[0].message = "another name"


def emptied(context, revision, directives):
    directives[:] = []


made = command.revision(Config("alembic.ini", attributes={"x": 1}), "one name", process_revision_directives=renamed)
print(made.revision, made.doc, made.path.rsplit("/", 1)[1])
print(command.revision(Config("alembic.ini"), "none", process_revision_directives=emptied))
PY

fresh "create_all() and a stamp, logging set up twice"
new_revision a1 - "t" <<'PY'
op.create_table("t", sa.Column("id", sa.Integer))
PY
script <<'PY'
import logging
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

logging.basicConfig(format="app: %(name)s %(message)s", level=logging.INFO)
logging.getLogger("sqlalchemy.engine").setLevel(logging.WARNING)
app = logging.getLogger("app")
app.info("before")
metadata = sa.MetaData()
sa.Table("t", metadata, sa.Column("id", sa.Integer))
metadata.create_all(sa.create_engine("sqlite:///app.db"))
config = Config("alembic.ini")
command.stamp(config, "head")
command.current(config)
logging.getLogger("app").info("fileConfig() disabled this logger")
logging.getLogger("app.later").info("and the root's level hides this")
PY

fresh "several version tables in one database"
for part in shop blog; do
    mkdir -p $part/versions
    cp migrations/env.py migrations/script.py.mako $part/
    sed -i "s/target_metadata=target_metadata)/target_metadata=target_metadata, version_table=\"${part}_version\")/" $part/env.py
    printf '\n[%s]\nscript_location = %%(here)s/%s\nsqlalchemy.url = sqlite:///app.db\n' $part $part >>alembic.ini
    run_stdout alembic -n $part revision -m "$part" --rev-id ${part}1
    run_stdout alembic -n $part upgrade head
done
for part in shop blog; do run_stdout alembic -n $part current; done
rm -r shop blog

fresh "many databases"
rm -r migrations alembic.ini
alembic init -t multidb migrations >/dev/null
sed -i 's|^sqlalchemy.url.*|sqlalchemy.url = sqlite:///one.db|' alembic.ini
awk '/^sqlalchemy.url/ && ++n == 2 { sub(/one.db/, "two.db") } { print }' alembic.ini >.ini && mv .ini alembic.ini
run_stdout alembic revision -m "both" --rev-id a1
sed -i -e '/def upgrade_engine1/,/pass/s/pass/op.create_table("first", sa.Column("id", sa.Integer))/' \
    -e '/def upgrade_engine2/,/pass/s/pass/op.create_table("second", sa.Column("id", sa.Integer))/' migrations/versions/a1_both.py
run_stdout alembic upgrade head
run_stdout alembic current
script <<'PY'
import sqlalchemy as sa

for name in ("one", "two"):
    print(name, sorted(sa.inspect(sa.create_engine("sqlite:///%s.db" % name)).get_table_names()))
PY
# its env.py writes a file for each; here that has to be allowed
[ "$ALEMBIC" != retort ] || sed -i 's/^script_location.*/&\nallow = write/' alembic.ini
run_stdout alembic upgrade head --sql
cat engine1.sql engine2.sql
