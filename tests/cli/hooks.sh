# hooks.sh -- post-write hooks: exec, console_scripts, module, functions of env.py; what fails and how it is told.
new_project
put bin/show <<'SH'
#!/bin/sh
echo "in $(pwd):"
for word; do echo "  [$word]"; done
SH
put bin/fails <<'SH'
#!/bin/sh
echo "this is wrong" >&2
exit 3
SH
put .venv/bin/formatter <<'SH'
#!/bin/sh
echo "formatted" >>"$1"
echo "formatter of the virtual environment: $2"
SH
chmod +x bin/* .venv/bin/*
export PATH="$PWD/bin:$PATH"
mkdir "a folder"
hooks() { # lines of [post_write_hooks]
    sed -i '/^\[post_write_hooks\]/,/^\[loggers\]/{/^\[loggers\]/!d}' alembic.ini
    { echo '[post_write_hooks]'; cat; echo; } >section
    sed -i '/^\[loggers\]/{
        r section
        N
    }' alembic.ini
    awk 'FNR == NR { section = section $0 "\n"; next } /^\[loggers\]/ && !done { printf "%s", section; done = 1 } { print }' section plain.ini >alembic.ini
}
cp alembic.ini plain.ini
hooks <<'INI'
hooks = one, two three
one.type = exec
one.executable = show
two.type = exec
two.executable = show
two.options = --fix 'two words' REVISION_SCRIPT_FILENAME --at=REVISION_SCRIPT_FILENAME
two.cwd = %(here)s/a folder
three.type = console_scripts
three.entrypoint = formatter
INI
run retort revision -m "three hooks" --rev-id a1
tail -n 1 migrations/versions/a1_three_hooks.py
sed -i '$d' migrations/versions/a1_three_hooks.py
hooks <<'INI'
hooks = bad, after
bad.type = exec
bad.executable = fails
after.type = exec
after.executable = show
INI
run retort revision -m "fails" --rev-id a2
run retort heads
sed -i 's/^bad.type.*/&\nbad.on_failure = ignore/' alembic.ini
run retort revision -m "fails again" --rev-id a3
missing() { # NAME SETTINGS
    echo "== $1"
    hooks
    run retort revision -m "missing" --rev-id "m$((++count))"
}
missing "no such program" <<'INI'
hooks = h
h.type = exec
h.executable = no-such-program
INI
missing "no such entry point" <<'INI'
hooks = h
h.type = console_scripts
h.entrypoint = no-such-script
INI
missing "no type" <<'INI'
hooks = h
h.executable = show
INI
missing "no executable" <<'INI'
hooks = h
h.type = exec
INI
missing "unknown type" <<'INI'
hooks = h
h.type = function_of_env
INI
missing "an open quote" <<'INI'
hooks = h
h.type = exec
h.executable = show
h.options = 'open
INI
missing "no hooks" <<'INI'
h.type = exec
INI
echo "== module"
hooks <<'INI'
hooks = h
h.type = module
h.module = tool
h.options = --check
INI
put pybin/python3 <<'SH'
#!/bin/sh
case $1 in
-c) [ "$3" = tool ] ;;
-m) shift; echo "python -m $*" ;;
esac
SH
chmod +x pybin/python3
PATH="$PWD/pybin:$PATH" run retort revision -m "module" --rev-id n1
sed -i 's/^h.module.*/h.module = absent/' alembic.ini
PATH="$PWD/pybin:$PATH" run retort revision -m "module" --rev-id n2
echo "== a function of env.py"
hooks <<'INI'
hooks = h
h.type = function_of_env
h.greeting = hello %(here)s
INI
sed -i 's/^script_location.*/&\nrevision_environment = true/' alembic.ini
cat - migrations/env.py >env.new <<'PY'
from alembic.script import write_hooks

@write_hooks.register("function_of_env")
def tell(path, options):
    print(options["greeting"], sorted(options), path)

PY
mv env.new migrations/env.py
run retort revision -m "function" --rev-id f1
echo "== pyproject.toml"
cp plain.ini alembic.ini
put pyproject.toml <<'TOML'
[tool.alembic]
script_location = "%(here)s/migrations"

[[tool.alembic.post_write_hooks]]
name = "show it"
type = "exec"
executable = "show"
options = "-l 79%% REVISION_SCRIPT_FILENAME %(here)s"

[[tool.alembic.post_write_hooks]]
name = "again"
type = "exec"
executable = "show"
TOML
run retort revision -m "toml" --rev-id t1
echo "== merge runs them too"
run retort merge -m "merged" --rev-id t2 heads
