# terminals.sh -- where output goes and where a command is started: pipes that close, full disks, closed streams, two
# terminals at once, folders that may not be written, links, no HOME, configuration from the environment and pyproject.toml.
new_project
new_revision a1a1 - "first" <<'PY'
op.create_table("t", sa.Column("id", sa.Integer))
PY
new_revision b2b2 a1a1 "second" <<'PY'
op.execute("INSERT INTO t VALUES (1)")
PY
exec 3>&1
status() { # what a command ended with, and what it said on standard error
    local code=0
    "$@" 2>stderr || code=$?
    { echo "exit $code" && grep -v '^INFO' stderr | sed 's/^/! /'; } >&3
}
echo "== a reader that stops reading"
for i in $(seq 1 300); do new_revision "x${i}x" "$([ "$i" = 1 ] && echo b2b2 || echo "x$((i - 1))x")" "number $i of many, with a message of some length" <<<pass; done
for command in history "history -v" "upgrade head --sql" "heads --json"; do
    # shellcheck disable=SC2086
    { retort $command 2>stderr; echo $? >code; } | head -n 1 >/dev/null
    case $(cat code) in 0 | 141) grep -v '^INFO' stderr || echo "not a word" ;; *) cat code ;; esac
done
echo "== a full disk"
for command in history heads "upgrade head --sql" "current" "list_templates" "--help" "--version" "show b2b2" "completion bash"; do
    # shellcheck disable=SC2086
    status retort $command >/dev/full
done
rm migrations/versions/x*x_.py
echo "== closed streams"
status retort heads <&-
status retort heads >&-
retort heads 2>&-
retort upgrade head 2>&- >&- <&-
echo "exit $?"
status retort current
echo "== no HOME, no TERM, no COLUMNS, no PATH"
retort=$(command -v retort)
status env -i "$retort" current
status env -u HOME -u TERM -u COLUMNS "$retort" history
echo "== the configuration is named by the environment"
mkdir elsewhere
(cd elsewhere && ALEMBIC_CONFIG=../alembic.ini status retort heads)
(cd elsewhere && ALEMBIC_CONFIG=../alembic.ini status retort -c ../nothing.ini heads)
(cd elsewhere && status retort heads)
echo "== pyproject.toml alone"
mv alembic.ini kept.ini
cat >pyproject.toml <<'TOML'
[project]
name = "x"

[tool.alembic]
script_location = "%(here)s/migrations"
prepend_sys_path = ["."]
TOML
cp migrations/env.py env.kept
sed -i -e '/fileConfig/d' -e 's|config.get_section(config.config_ini_section, {})|{"sqlalchemy.url": "sqlite:///app.db"}|' migrations/env.py
status retort heads
status retort current
status retort revision -m "by toml" --rev-id c3c3
(cd elsewhere && status retort -c ../pyproject.toml history)
mv env.kept migrations/env.py
mv kept.ini alembic.ini
rm pyproject.toml migrations/versions/c3c3*
echo "== links"
mv migrations/versions real_versions
ln -s ../real_versions migrations/versions
mv real_versions/b2b2_.py b2b2_real.py
ln -s ../b2b2_real.py real_versions/b2b2_.py
status retort history
status retort revision -m "through a link" --rev-id c3c3
status retort heads
ln -s a1a1_.py real_versions/again.py
status retort heads
rm real_versions/again.py real_versions/c3c3*
echo "== a checkout that may not be written"
place=$(mktemp -d "${TMPDIR:-/tmp}/retort-reader.XXXXXX")
cp -r alembic.ini migrations real_versions b2b2_real.py "$place"
chmod -R a+rX,go-w "$place"
reader() { # not as root, who may write everywhere
    if [ "$(id -u)" = 0 ]; then setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else "$@"; fi
}
if [ "$(id -u)" != 0 ]; then
    chmod -R a-w "$place"
elif ! reader "$retort" --version >/dev/null 2>&1; then
    cp "$retort" "$place/retort" # the build folder is closed to others
    chmod 755 "$place/retort"
    retort=$place/retort
fi
(
    home=$HOME
    cd "$place" || exit
    status() {
        local code=0
        "$@" >"$home/stdout" 2>"$home/stderr" || code=$?
        { tail -n 2 "$home/stdout" && echo "exit $code" && grep -v '^INFO' "$home/stderr" | sed 's/^/! /'; } | sed "s|$place|DIR|g"
    }
    status reader "$retort" heads
    status reader "$retort" upgrade a1a1:head --sql
    status reader "$retort" doctor
    status reader "$retort" revision -m nowhere --rev-id d4d4
)
chmod -R u+w "$place" && rm -rf "$place"
rm -f app.db
echo "== two terminals at once"
if command -v script >/dev/null; then
    sed -i 's/op.execute("INSERT/import time; time.sleep(0.3); op.execute("INSERT/' b2b2_real.py
    for i in 1 2; do
        script -qec 'stty cols 80; retort upgrade head' /dev/null </dev/null >terminal$i &
    done
    wait
    cat terminal1 terminal2 | tr -d '\r' | sed 's/\x1b\[[0-9;]*m//g' | grep -c 'Running upgrade'
else
    echo 2
fi
retort current 2>/dev/null
[ -f app.db ] || retort upgrade head 2>/dev/null
