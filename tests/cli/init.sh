# init.sh -- init with every template, its refusals, and list_templates; then each new project works.
script_location() { grep -H '^script_location' "$@"; }
files() { find . -type f | grep -v '\.db$' | LC_ALL=C sort; }
run retort list_templates
for template in generic async multidb pyproject pyproject_async; do
    mkdir "$template"
    cd "$template" || exit 1
    run retort init -t $template migrations
    files
    script_location ./*.ini ./*.toml 2>/dev/null
    driver=sqlite
    case $template in *async) driver=sqlite+aiosqlite ;; esac
    sed -i "s|driver://user:pass@localhost/dbname|$driver:///app.db|" alembic.ini
    run retort heads
    run retort revision -m "first step" --rev-id a1
    sed 's/^Create Date.*/Create Date: NOW/' migrations/versions/a1_first_step.py
    sed -i '/^def upgrade[_a-z0-9]*()/,$s/^    pass/    op.execute("SELECT 1")/' migrations/versions/a1_first_step.py
    run retort upgrade head
    run retort current
    run retort downgrade base
    cd ..
done
mkdir more
cd more || exit 1
run retort init .
script_location alembic.ini
run retort init .
run retort init "sub folder/of 100%" --package
(cd "sub folder/of 100%" && files)
run retort -c other.ini init "$PWD/absolute"
script_location other.ini
mkdir conf
run retort -c conf/a.ini init -t gen db
run retort -c conf/a.ini init db
script_location conf/a.ini
run retort -c nowhere/a.ini init db2
ls -d db2 2>&1
touch file
run retort init file
run retort init
printf '[project]\nname = "x"\n' >pyproject.toml
run retort -c tiny.ini init -t pyproject toml
head -n 8 pyproject.toml
run retort -c tiny.ini heads
run retort -q -c tiny2.ini init quiet
run retort -c tiny.ini init -t pyproject again
