# settings_files.sh -- which configuration is read: alembic.ini, pyproject.toml, both, -c once and twice, ALEMBIC_CONFIG, -n,
# -x, interpolation; and every key of pyproject.toml. Alembic plays it too.
toml() { # lines of [tool.alembic] on standard input
    { printf '[project]\nname = "shop"\n\n[tool.alembic]\n' && cat; } >pyproject.toml
}
without_ini() { # a project whose env.py needs no ini
    fresh "$1"
    rm alembic.ini
    put migrations/env.py <<'PY'
from alembic import context
from sqlalchemy import create_engine

config = context.config
print(config.toml_file_name and config.toml_file_name.rsplit("/", 1)[-1], config.config_ini_section)
with create_engine(config.get_alembic_option("sqlalchemy.url") or "sqlite:///app.db").connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
PY
}
bad="\`-c\` twice of one kind, bad configuration values"
dated() { sed -E 's/20[0-9]{2}-[0-9-]{5} [0-9:.]+/NOW/'; }

without_ini "pyproject.toml: every key"
toml <<'TOML'
script_location = "%(here)s/migrations"
file_template = "%%(rev)s-%%(slug)s"
truncate_slug_length = 12
timezone = "Asia/Seoul"
revision_environment = false
sourceless = false
recursive_version_locations = true
version_locations = ["%(here)s/migrations/versions", "%(here)s/other versions"]
prepend_sys_path = [".", "%(here)s/lib"]
output_encoding = "utf-8"
TOML
played alembic revision -m "a message of many words" --rev-id a1 --head base --version-path migrations/versions
grep -h '^Create Date' migrations/versions/*.py | dated
played alembic revision -m "a message of many words" --rev-id b1 --head base --version-path "other versions"
mkdir migrations/versions/below && sed 's/a1/c1/g' migrations/versions/a1-* >migrations/versions/below/c1.py
played alembic heads
played alembic stamp heads
our_way "\`current\` with several heads" played alembic current
for line in 'truncate_slug_length = "12"' 'truncate_slug_length = 12.5' 'truncate_slug_length = "x"' 'truncate_slug_length = true' 'timezone = 5' \
    'sourceless = "true"' 'recursive_version_locations = "true"' 'recursive_version_locations = 1' 'file_template = 5' 'file_template = ["a"]' \
    'revision_environment = "yes"' 'revision_environment = "maybe"' 'revision_environment = 1' 'revision_environment = true' 'version_locations = "migrations/versions"' \
    'version_locations = []' 'version_locations = [5]' 'version_locations = {a = "b"}' 'prepend_sys_path = "lib"' 'prepend_sys_path = []' 'path_separator = ":"' 'output_encoding = "nonsense"' \
    'nonsense = 1979-05-27' 'timezone = 1979-05-27' 'timezone = 2.5' 'file_template = "%(rev)s_x"' 'file_template = "100%"' 'timezone = ""' 'sqlalchemy.url = "sqlite:///x.db"' '"sqlalchemy.url" = "sqlite:///x.db"'; do
    toml <<TOML
script_location = "%(here)s/migrations"
$line
TOML
    echo "# $line"
    count=$((count + 1))
    case $line in
    *12.5 | *'h = "x"' | *'timezone = 5' | *template\ =\ 5 | *'["a"]' | *maybe* | *'[5]' | *'{'* | *nonsense\" | *template\ =\ \"%* | *100%* | *2.5 | *'path = "lib"' | *'timezone = ""' | *'s = "migrations'* | 'timezone = 1979'* | 'truncate_slug_length = true')
        our_way "$bad" played alembic revision -m "words and words" --rev-id "x$count" --head base ;;
    *) played alembic revision -m "words and words" --rev-id "x$count" --head base ;;
    esac
    rm -rf migrations/versions/*"x$count"* "x$count"* ./*/*"x$count"*
done
for text in '[tool]
alembic = 5' '[tool.alembic' '[tool.other]' '' '[[tool.alembic]]
script_location = "migrations"' '[tool.alembic]
script_location = 5' '[tool.alembic]
script_location = "migrations"
script_location = "twice"' '[tool.alembic]
script_location = "%(nothing)s/migrations"'; do
    echo "$text" >pyproject.toml
    echo "# $text"
    our_way "$bad" played alembic heads
done
rm pyproject.toml
played alembic heads
mkdir pyproject.toml
our_way "$bad" played alembic heads
rmdir pyproject.toml

fresh "alembic.ini and pyproject.toml"
toml <<'TOML'
script_location = "nowhere"
file_template = "toml_%%(rev)s"
timezone = "UTC"
sourceless = true
version_locations = ["toml_versions"]

[[tool.alembic.post_write_hooks]]
name = "told"
type = "exec"
executable = "echo"
TOML
setting file_template "ini_%%(rev)s"
setting sourceless false
played alembic revision -m x --rev-id a1
setting version_locations "%(here)s/migrations/versions"
played alembic revision -m x --rev-id a2 --head base
printf '[post_write_hooks]\n' >>alembic.ini
played alembic revision -m x --rev-id a3 --head base
printf 'hooks = mine\nmine.type = exec\nmine.executable = echo\n' >>alembic.ini
played alembic revision -m x --rev-id a4 --head base
grep -rh '^Create Date' migrations/versions/ | dated
played alembic -c alembic.ini heads
played alembic -c alembic.ini -c pyproject.toml heads
played alembic -c pyproject.toml -c alembic.ini heads
played alembic -c pyproject.toml heads
mkdir sub
cp pyproject.toml sub/
sed -i 's/nowhere/%(here)s\/..\/migrations/; /^version_loc/d; /^\[\[/,$d; /sourceless/d' sub/pyproject.toml
played alembic -c sub/pyproject.toml heads
played alembic -c sub/pyproject.toml -c alembic.ini heads
(cd sub && played alembic heads)
(cd sub && played alembic -c pyproject.toml history)
(cd sub && played alembic -c ../alembic.ini history)
played alembic -c nowhere/pyproject.toml heads
played alembic -c nowhere/pyproject.toml -c alembic.ini heads
played alembic -c nowhere.ini heads
played alembic -c nowhere.ini -c sub/pyproject.toml heads
our_way "$bad" played alembic -c alembic.ini -c alembic.ini heads
our_way "$bad" played alembic -c alembic.ini -c other.cfg heads
our_way "$bad" played alembic -c pyproject.toml -c sub/pyproject.toml heads
our_way "$bad" played alembic -c . heads
our_way "$bad" played alembic -c migrations heads
echo "== ALEMBIC_CONFIG"
rm pyproject.toml
mv alembic.ini settings.cfg
played alembic heads
ALEMBIC_CONFIG=settings.cfg played alembic heads
ALEMBIC_CONFIG=$PWD/settings.cfg played alembic heads
ALEMBIC_CONFIG=sub/pyproject.toml played alembic heads
ALEMBIC_CONFIG=nowhere.ini played alembic heads
ALEMBIC_CONFIG=nowhere.ini played alembic -c settings.cfg heads
ALEMBIC_CONFIG= played alembic heads
ALEMBIC_CONFIG=settings.cfg played alembic -c sub/pyproject.toml heads
mv settings.cfg alembic.ini
ALEMBIC_CONFIG=sub/pyproject.toml played alembic heads

fresh "-n, DEFAULT and interpolation"
cat >>alembic.ini <<'INI'

[DEFAULT]
base = %(here)s/migrations
scheme = sqlite

[other]
script_location = %(base)s
sqlalchemy.url = %(scheme)s:///other.db
path_separator = os
file_template = other_%%(rev)s

[broken]
script_location = %(nothing)s/migrations

[loop]
script_location = %(a)s
a = %(b)s
b = %(a)s

[lone]
script_location = 100%/migrations

[Upper]
SCRIPT_LOCATION = %(here)s/migrations
File_Template = upper_%%(rev)s
path_separator = os

[ spaced ]
script_location : %(here)s/migrations
path_separator: os

[empty]
INI
put migrations/env.py <<'PY'
from alembic import context

config = context.config
print(config.config_ini_section, sorted(config.get_section(config.config_ini_section)), config.get_main_option("sqlalchemy.url"))
print(config.get_section_option("other", "sqlalchemy.url"), config.get_section("nothing", {"a": "b"}), config.get_main_option("SCHEME"))
print(context.get_x_argument(), context.get_x_argument(as_dictionary=True), config.cmd_opts.x, config.cmd_opts.name)
PY
played alembic revision -m x --rev-id a1
for name in other Upper " spaced " alembic DEFAULT nowhere empty OTHER; do
    played alembic -n "$name" heads
    played alembic --name "$name" current
done
played alembic -n other revision -m y --rev-id b1
for name in broken loop lone; do our_way "$bad" played alembic -n $name heads; done
for x in "" a a=b a= =b a=b=c "a b=c d" "a=%(here)s" ä=한; do played alembic -x "$x" current | tail -n 1; done
played alembic -x a=1 -x a=2 -x b current | tail -n 1
played alembic -xa=1 current | tail -n 1
played alembic current | tail -n 1
played alembic -x a=1 -n other -x b=2 current | tail -n 1
played alembic -x
played alembic current -x a=1
fresh "forms of the ini file"
played alembic revision -m x --rev-id a1
ini() { printf "$@" >alembic.ini && echo "# $*" && played alembic heads; }
ini '[alembic]\nscript_location = migrations\n'
ini '[alembic]\nscript_location=migrations'
ini '[alembic]\r\nscript_location = migrations\r\npath_separator = os\r\n'
ini '[alembic]\nscript_location :   migrations   \n'
ini '; remark\n# remark\n[alembic]\n  # indented\nscript_location = migrations\n'
ini '[alembic]\nscript_location = migrations ; not a remark\n'
ini '[alembic]\nscript_location = migrations # not a remark\n'
ini '[alembic]\nscript_location =\n   migrations\n'
ini '[alembic]\nscript_location =\n'
ini '[alembic]\nscript_location = "migrations"\n'
our_way "byte order mark of alembic.ini" ini '\xef\xbb\xbf[alembic]\nscript_location = migrations\n'
ini '[alembic]\n[other]\nscript_location = migrations\n'
ini '[alembic]\nscript_location = migrations\nversion_locations = \n\n\n    migrations/versions\n\npath_separator = newline\n'
for text in 'script_location = migrations\n' '[alembic]\nscript_location\n' '[alembic]\nscript_location = a\nscript_location = migrations\n' '[alembic]\nscript_location = a\n[alembic]\nscript_location = migrations\n' \
    '[alembic\nscript_location = migrations\n' '[]\nscript_location = migrations\n' '[alembic]\n= migrations\n' '[alembic]\nscript_location = \xff\n' '[alembic] # remark\nscript_location = migrations\n'; do
    our_way "$bad" ini "$text"
done
