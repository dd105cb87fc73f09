# settings_names.sh -- keys of the configuration that decide how a new revision file is called, where it goes and what it
# says: file_template, truncate_slug_length, timezone, output_encoding, revision_environment. Alembic plays it too.
new() { # ARGUMENTS: a new revision, then its name and its dates, with numbers in the place of time as N
    played alembic revision "$@" | numbers
    (cd migrations/versions && find . -name '*.py' -newer "$HOME/.mark" | numbers | LC_ALL=C sort)
    find migrations/versions -name '*.py' -newer "$HOME/.mark" -exec grep -h '^Create Date' {} + | numbers
    touch -d '1 second ago' "$HOME/.mark"
    find migrations -name '*.py' -exec touch -d '1 hour ago' {} +
}
numbers() { sed -E 's/20[0-9]{2}(-[0-9]{2}){2} [0-9:]{8}(\.[0-9]+)?/NOW/; s/\b[0-9]{10}\b/EPOCH/g; s/([/v]|-)20[0-9]{2}\b/\1YYYY/g; s/([/v])20[0-9]{2}([_0-9])/\1YYYY\2/g
    s/(YYYY_?)[0-9]{2}/\1MM/; s/(MM-)[0-9]{2}/\1DD/; s/-[0-9]{1,2}-x/-N-x/'; }
start() { fresh "$1" && touch -d '1 second ago' "$HOME/.mark"; }

start "file_template: every token"
for token in rev slug epoch year month day hour minute second; do
    setting file_template "%%(rev)s-%%($token)s-x"
    new --rev-id "$token" -m "One message"
done
start "file_template: forms of tokens"
count=0
for template in '%%(year)04d%%(month)02d_%%(slug).5s' '%%(rev)8s.%%(rev)-8s.' 'v%%(year)d_%%(month).2d-%%(day).2d' '%%(slug)s' 'plain' \
    '%%(rev)s%%%%' '%%(rev)s__%%(rev)s' '%%(rev)r' '%%(epoch)x' '%%(epoch).3e' ' %%(rev)s ' '.hidden_%%(rev)s' '%%(second)05.1f%%(rev)s'; do
    count=$((count + 1))
    setting file_template "$template"
    case $template in
    *\)r | *\).3e | *\)05.1f*) our_way "\`file_template\`: \`%r\` and conversions to fractions" new --rev-id bad -m "A message" ;;
    *) new --rev-id "f$count" -m "A message" | sed -E 's/[0-9a-f]{8}\.py/HEX.py/' ;;
    esac
    rm -f migrations/versions/*bad* migrations/versions/*e+* migrations/versions/0*f*
done
start "file_template: folders"
setting recursive_version_locations true
for template in '%%(year)d/%%(rev)s_%%(slug)s' 'a/b/c/%%(rev)s' './%%(rev)s' '%%(rev)s/%%(rev)s' '%%(rev)s//twice'; do
    count=$((count + 1))
    setting file_template "$template"
    new --rev-id "g$count" -m "In a folder"
done
played alembic history
start "truncate_slug_length"
for length in 1 2 5 10 11 12 40 41 0 1000 -1 ' 7 '; do
    count=$((count + 1))
    setting truncate_slug_length "$length"
    new --rev-id "s$count" -m "some words of some_length"
done
setting truncate_slug_length
new --rev-id t1 -m "a message that is longer than the forty letters that there are without the key"
new --rev-id t2 -m "exactly forty letters make up this messa"
new --rev-id t3 -m "exactly forty-one letters make this messa"
new --rev-id t4 -m "UPPER lower_under  two  spaces -- and / slashes \\ 'quotes' \"double\" %d %%"
new --rev-id t5 -m "ünïcödé Größe 한국어 наверх ２"
new --rev-id t6 -m "  "
new --rev-id t7 -m ""
new --rev-id t8 -m "123 4.5"
new --rev-id t9 -m "several
lines"
played alembic history | sed 's/^Create Date.*/Create Date: NOW/'
start "timezone"
for zone in UTC Asia/Seoul Asia/Kolkata Etc/GMT+5 utc est Asia/Kathmandu Pacific/Kiritimati; do
    count=$((count + 1))
    setting timezone "$zone"
    new --rev-id "z$count" -m "zone"
done
for zone in Nowhere/Land asia/seoul; do
    setting timezone "$zone"
    new --rev-id bad -m "zone"
done
setting timezone
TZ=Asia/Tokyo new --rev-id z90 -m "local time"
setting timezone Asia/Seoul
setting file_template '%%(year)d%%(month).2d%%(day).2d%%(hour).2d_%%(rev)s'
before=$(TZ=Asia/Seoul date +%Y%m%d%H)
alembic revision --rev-id z99 -m "hour of Seoul" >/dev/null 2>&1
after=$(TZ=Asia/Seoul date +%Y%m%d%H)
[ -f "migrations/versions/${before}_z99.py" ] || [ -f "migrations/versions/${after}_z99.py" ] || ls migrations/versions
start "output_encoding"
for encoding in utf-8 UTF8 utf_8 ascii us-ascii; do
    count=$((count + 1))
    setting output_encoding "$encoding"
    new --rev-id "e$count" -m "plain"
done
setting output_encoding utf-8
new --rev-id e90 -m "größer"
new --rev-id e91 -m "한국어"
played alembic heads -v | sed 's/Create Date.*/Create Date: NOW/'
start "revision_environment"
put migrations/env.py <<'PY'
from alembic import context

print("env.py")
context.configure(url="sqlite://", template_args={"config": context.config, "message": "from env.py"})
if not context.is_offline_mode():
    context.run_migrations()
PY
sed -i '1s/.*/"""${message}, ${config.config_ini_section}/' migrations/script.py.mako
for word in true yes on y t 1 True YES false no off n f 0 FALSE; do
    count=$((count + 1))
    setting revision_environment "$word"
    new --rev-id "r$count" -m "environment $word"
done
setting revision_environment maybe
our_way "\`-c\` twice of one kind, bad configuration values" new --rev-id bad -m "environment maybe"
setting revision_environment true
played alembic merge -m "merged" --rev-id r90 heads
played alembic history | tail -n 3
played alembic heads
