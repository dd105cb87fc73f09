# api.sh -- alembic.command, Config, ScriptDirectory, EnvironmentContext and MigrationContext from scripts, as the recipes
# of Alembic's documentation use them. RUNNER=python3 plays the same through Alembic.
new_project
new_revision a1a1 - "first" <<'PY'
op.create_table("t", sa.Column("id", sa.Integer))
---
op.drop_table("t")
PY
new_revision b2b2 a1a1 "second" <<'PY'
op.add_column("t", sa.Column("name", sa.String(10)))
---
op.drop_column("t", "name")
PY
put _shared.py <<'PY'
import io

from alembic import command
from alembic.config import Config


def config(**kw):
    out = io.StringIO()
    made = Config("alembic.ini", stdout=out, **kw)
    return made, out
PY
script() { # NAME, then the script on stdin
    echo "== $1"
    cat >"$1.py"
    local code=0
    ${RUNNER:-retort run} "$1.py" 2>&1 || code=$?
    [ $code = 0 ] || echo "[exit $code]"
}
script commands <<'PY'
from _shared import command, config

cfg, out = config()
command.ensure_version(cfg)
command.current(cfg)
command.upgrade(cfg, "a1a1")
command.current(cfg)
command.upgrade(cfg, "+1")
command.current(cfg, verbose=True)
command.history(cfg, indicate_current=True)
command.history(cfg, rev_range="a1a1:b2b2")
command.heads(cfg)
command.branches(cfg)
command.show(cfg, "head")
command.downgrade(cfg, "base")
command.stamp(cfg, "head")
command.current(cfg, check_heads=True)
command.stamp(cfg, ["base"], purge=True)
made = command.revision(cfg, "third", rev_id="c3c3")
print(type(made).__name__, made.revision, made.down_revision, made.doc, made.path.split("/")[-1])
side = command.revision(cfg, "side", rev_id="d4d4", head="b2b2", splice=True, branch_label="side", depends_on=["a1a1"])
print(sorted(side.branch_labels), side.dependencies)
merged = command.merge(cfg, ["c3c3", "d4d4"], message="both", rev_id="e5e5")
print(merged.down_revision, merged.is_merge_point, merged.is_head)
print(out.getvalue().replace(made.path.rsplit("/", 2)[0], "MIGRATIONS").split("\nCreate Date")[0])
PY
script errors <<'PY'
from _shared import command, config
from alembic.util.exc import CommandError

cfg, out = config()
for call in (
    lambda: command.upgrade(cfg, "nothing"),
    lambda: command.upgrade(cfg, "a1a1:b2b2"),
    lambda: command.downgrade(cfg, "base", sql=True),
    lambda: command.stamp(cfg, "nothing"),
    lambda: command.revision(cfg, "x", rev_id="a-b"),
    lambda: command.show(cfg, "nothing"),
    lambda: command.current(cfg, check_heads=True),
    lambda: command.merge(cfg, ["a1a1", "a1a1"]),
):
    try:
        call()
    except CommandError as error:
        print("CommandError:", error)
PY
script offline <<'PY'
import io

from alembic import command
from alembic.config import Config

sql = io.StringIO()
cfg = Config("alembic.ini", output_buffer=sql)
command.upgrade(cfg, "a1a1", sql=True)
command.downgrade(cfg, "a1a1:base", sql=True)
print(sql.getvalue())
PY
script in_memory_config <<'PY'
from alembic import command
from alembic.config import Config

cfg = Config()
cfg.set_main_option("script_location", "migrations")
cfg.set_main_option("sqlalchemy.url", "sqlite:///app.db")
print(cfg.config_file_name, cfg.config_ini_section, cfg.get_main_option("script_location"))
print(cfg.get_main_option("none"), cfg.get_main_option("none", "default"), cfg.get_section("none"), cfg.get_section("none", {}))
cfg.set_section_option("more", "a", "%%(x)s")
print(cfg.get_section("more")["a"], cfg.get_section_option("more", "a"))
cfg.attributes["x"] = 1
print(cfg.attributes, cfg.cmd_opts, Config(attributes={"y": 2}).attributes)
cfg.print_stdout("text %s", "given")
cfg.print_stdout("100%")
command.heads(cfg)
args = Config(config_args={"where": "migrations"})
args.set_main_option("script_location", "%(where)s")
command.heads(args)
try:
    Config("alembic.ini").get_section_option("none", "x")
except Exception as error:
    print(type(error).__name__, error)
PY
script script_directory <<'PY'
from alembic.config import Config
from alembic.script import ScriptDirectory

script = ScriptDirectory.from_config(Config("alembic.ini"))
print(script.get_current_head(), script.get_heads(), script.get_bases(), script.get_base())
print([r.revision for r in script.walk_revisions()])
print([r.revision for r in script.walk_revisions("b2b2", "e5e5")])
print([r.revision for r in script.iterate_revisions("e5e5", "a1a1")])
first = script.get_revision("a1a1")
print(first.revision, first.down_revision, first.doc, first.longdoc, first.is_base, first.is_head, sorted(first.nextrev))
print(script.get_revision("base"), script.get_revision("head").revision, [r.revision for r in script.get_revisions("heads")])
print(script.as_revision_number("head"), script.as_revision_number("heads"), script.as_revision_number("base"))
print(str(script.get_revision("c3c3")))
print(first.module.__name__, callable(first.module.upgrade))
PY
script environment <<'PY'
from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory

cfg = Config("alembic.ini")
script = ScriptDirectory.from_config(cfg)


def up(rev, context):
    print("up from", rev, context.dialect.name, context.as_sql)
    return script._upgrade_revs("b2b2", rev)


def down(rev, context):
    return script._downgrade_revs("base", rev)


def look(rev, context):
    print("at", rev)
    return []


with EnvironmentContext(cfg, script, fn=up, destination_rev="b2b2", tag="t") as env:
    print(env.get_tag_argument(), env.is_offline_mode(), env.get_head_revision(), env.get_revision_argument())
    script.run_env()
for fn in (look, down, look):
    with EnvironmentContext(cfg, script, fn=fn, dont_mutate=fn is look):
        script.run_env()
PY
script at_head <<'PY'
import sqlalchemy as sa
from _shared import command, config
from alembic import script
from alembic.config import Config
from alembic.runtime import migration


def check_current_head(cfg, connectable):
    directory = script.ScriptDirectory.from_config(cfg)
    with connectable.begin() as connection:
        context = migration.MigrationContext.configure(connection)
        return set(context.get_current_heads()) == set(directory.get_heads())


engine = sa.create_engine("sqlite:///app.db")
cfg, out = config()
print(check_current_head(cfg, engine))
command.upgrade(cfg, "head")
print(check_current_head(cfg, engine))
PY
script create_all_and_stamp <<'PY'
import sqlalchemy as sa
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory

metadata = sa.MetaData()
sa.Table("t", metadata, sa.Column("id", sa.Integer, primary_key=True))
engine = sa.create_engine("sqlite:///fresh.db")
with engine.begin() as connection:
    metadata.create_all(connection)
    context = MigrationContext.configure(connection)
    print(context.get_current_revision(), context.get_current_heads())
    context.stamp(ScriptDirectory.from_config(Config("alembic.ini")), "head")
    print(context.get_current_revision())
    op = Operations(context)
    op.add_column("t", sa.Column("more", sa.String(5)))
    op.execute("INSERT INTO t (id, more) VALUES (1, 'x')")
    print(connection.execute(sa.text("SELECT * FROM t")).all())
PY
