# context.sh -- every name of context, config and the hooks in every command; config.file_config. Alembic plays it too.
fresh "context"
new_revision a1 - "first" <<<'op.create_table("t", sa.Column("id", sa.Integer))'
new_revision b2 a1 "second" <<<pass
put migrations/env.py <<'PY'
from alembic import context
from sqlalchemy import create_engine

config = context.config
def show(name, fn, *a, **k):
    try:
        v = fn(*a, **k)
        print(name, repr(v) if not hasattr(v, "__dict__") else type(v).__name__)
    except Exception as e:
        print(name, type(e).__name__, str(e).split("\n")[0])

for name in "is_offline_mode requires_connection get_head_revision get_head_revisions get_starting_revision_argument get_tag_argument get_x_argument is_transactional_ddl get_context get_bind get_impl".split():
    if name == "requires_connection":
        pass
    show(name, getattr(context, name))
print(context.script.dir.rsplit("/", 1)[1], type(context.script).__name__, type(context.config).__name__)
for name in "config_ini_section config_args".split():
    v = getattr(config, name)
    print(name, v if name != "config_args" else sorted(v))
print(config.config_file_name.rsplit("/")[-1], config.toml_file_name)
show("main", config.get_main_option, "sqlalchemy.url")
show("main default", config.get_main_option, "nothing", "d")
config.set_main_option("mine", "%%x")
show("set", config.get_main_option, "mine")
config.set_section_option("sec", "a", "%(here)s")
show("section", lambda: sorted(config.get_section("sec")))
config.remove_main_option("mine")
show("removed", config.get_main_option, "mine")
show("alembic option", config.get_alembic_option, "path_separator")
show("bool", config.get_alembic_boolean_option, "sourceless")
show("bad interpolation", config.set_main_option, "x", "100%")
show("no section", config.get_section_option, "nope", "a")
show("sections", lambda: config.file_config.sections())
config.print_stdout("said %s", "so")
config.print_stdout("100%")
print(config.attributes, config.output_buffer, config.stdout is not None)
print(sorted(vars(config.cmd_opts)) if 0 else sorted(k for k in vars(config.cmd_opts) if k in ("sql","tag","revision","x","config","name","raiseerr","quiet","cmd","verbose","message","autogenerate")))
print(config.cmd_opts.cmd[0].__name__, config.cmd_opts.cmd[1], config.cmd_opts.cmd[2])

def applied(ctx, step, heads, run_args, **kw):
    print("applied", step.up_revision_id, step.up_revision.revision, [r.revision for r in step.up_revisions], [r.revision for r in step.down_revisions],
          [r.revision for r in step.source_revisions], [r.revision for r in step.destination_revisions], step.source_revision_ids, step.destination_revision_ids,
          step.is_upgrade, step.is_stamp, step.is_migration, sorted(heads), run_args, sorted(kw), type(step).__name__, type(step.revision_map).__name__)
    print(ctx.connection is not None, ctx.script is context.script, ctx.as_sql, ctx.purge, ctx.impl.__dialect__, ctx.dialect.name, ctx.opts["custom"] if not ctx.as_sql else None, ctx.config is config)
    print(ctx.get_current_heads() if not ctx.as_sql else "offline", step.revision_map.heads, step.revision_map.bases, step.revision_map.get_revision("a1").revision)

if context.is_offline_mode():
    context.configure(url="sqlite://", on_version_apply=[applied, applied], literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()
else:
    with create_engine("sqlite:///app.db").connect() as connection:
        context.configure(connection=connection, on_version_apply=applied, custom=1)
        print(context.get_bind() is connection, context.get_context().bind is connection, context.is_transactional_ddl())
        with context.begin_transaction():
            context.run_migrations()
        if config.cmd_opts.cmd[0].__name__ != "history":
            print(context.get_context().get_current_revision())
PY
for command in "upgrade head" "downgrade -1" "stamp base" "upgrade a1 --sql" "upgrade a1:b2 --sql --tag T" "current" "stamp a1:b2 --sql" "downgrade b2:a1 --sql" "-x a=1 -x b history -i" "heads" "revision -m x --sql" "check" "show current" "ensure_version --sql"; do
    # shellcheck disable=SC2086
    case $command in
    "revision"*) our_way "\`FAILED:\` in \`--sql\` mode" played alembic $command ;;
    *) played alembic $command ;;
    esac
done
fresh "file_config"
cat >>alembic.ini <<'INI'
[DEFAULT]
shared = %(here)s/x
[more]
a = 1
b = yes
c = %(shared)s
raw = 100%%
INI
put migrations/env.py <<'PY'
from alembic import context
f = context.config.file_config
print(f.sections(), f.has_section("more"), f.has_option("more", "a"), f.has_option("more", "shared"), f.options("more"))
print(f.get("more", "c").rsplit("/", 1)[1], f.getint("more", "a"), f.getboolean("more", "b"), f.get("more", "z", fallback="zz"), f["more"]["raw"], "more" in f, dict(f.items("more"))["a"])
f.set("more", "a", "2")
f.set("alembic", "sqlalchemy.url", "sqlite:///changed.db")
f.add_section("new")
f["new"]["k"] = "v"
f.remove_option("more", "b")
c = context.config
print(c.get_section_option("more", "a"), c.get_main_option("sqlalchemy.url"), c.get_section("new")["k"], c.get_section_option("more", "b"), sorted(c.defaults()) if hasattr(c, "defaults") else None)
print(sorted(f.defaults()), sorted(c.config_args))
try:
    f.set("more", "x", "100%")
except ValueError as e:
    print("ValueError", e)
try:
    c.set_main_option("x", "p%40ss")
except ValueError as e:
    print("ValueError", e)
PY
played alembic current

# what hooks find in context.opts
put migrations/env.py <<'PY'
from alembic import context
from sqlalchemy import MetaData, create_engine

with create_engine("sqlite:///opts.db").connect() as connection:
    context.configure(connection=connection, target_metadata=MetaData(), mine=1)
    opts = context.get_context().opts
    print(sorted((key, value) for key, value in opts.items() if isinstance(value, (bool, int, str, tuple)) and value != ()))
    print("tag" in opts, "script" in opts, "connection" in opts)
    with context.begin_transaction():
        context.run_migrations()
PY
played alembic upgrade head
played alembic upgrade head --tag v1
played alembic current
for command in check "stamp head" "history -i" "show current" ensure_version "downgrade base"; do
    played alembic $command
done
