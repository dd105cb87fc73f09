# what_next.sh -- a failed command says what happened, why, and what to type: two heads at five o'clock, a database from
# another branch, a step too far, a misspelt word, a missing file.
new_project
new_revision a1a1 - "first" <<<pass
new_revision b2b2 a1a1 "second" <<<pass
failing() { run_marked retort "$@" | grep -v '^! \(INFO\|ERROR\) '; }
echo "== two heads"
new_revision c3c3 a1a1 "beside it" <<<pass
failing upgrade head
failing revision -m "third"
failing upgrade b2b2@head
failing merge -m "one" b2b2 b2b2
failing revision -m "on top" --head a1a1
retort -q upgrade heads 2>/dev/null
failing upgrade +1
failing downgrade -1
failing downgrade b2b2@-1
echo "== more heads than a line takes"
for i in 1 2 3 4 5 6; do new_revision "d${i}d$i" a1a1 "more" <<<pass; done
failing upgrade head
rm migrations/versions/d?d?_.py
echo "== not at head"
retort -q stamp a1a1 2>/dev/null
failing current --check-heads
failing check
failing revision --autogenerate -m "x"
rm migrations/versions/c3c3_.py
failing revision --autogenerate -m "x"
echo "== too far"
failing upgrade +5
failing downgrade -5
failing upgrade a1a1:b2b2
failing downgrade head --sql
failing history -r b2b2
echo "== words"
failing upgrade b2b3
failing upgrade zzzz
failing upgrad head
failing upgrade --sqll head
failing show nothing
failing edit base
echo "== labels"
new_revision c3c3 a1a1 "beside it" <<<pass
sed -i "s/^branch_labels.*/branch_labels = 'side'/" migrations/versions/c3c3_.py
failing upgrade sied@head
failing upgrade web@head
failing downgrade web@-1
failing upgrade web@+1
failing upgrade b2b2@c3c3
failing revision --head web@head -m "x"
retort -q stamp heads 2>/dev/null
failing downgrade -1
retort -q stamp --purge a1a1 2>/dev/null
rm migrations/versions/c3c3_.py
echo "== a message without letters"
failing revision -m " " --rev-id e5e5
rm migrations/versions/e5e5_.py
echo "== a setting that is not there"
cp migrations/env.py env.kept
sed -i '1i import os\nurl = os.environ["DATABASE_URL"]' migrations/env.py
failing current
cat - env.kept >migrations/env.py <<'PY'
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", env_prefix="app_")
    database_url: str
    pool_size: int


Settings()
PY
failing current
mv env.kept migrations/env.py
echo "== nobody listens there"
sed -i.kept 's|^sqlalchemy.url.*|sqlalchemy.url = postgresql://anna:secret@127.0.0.1:1/shop|' alembic.ini
failing current
mv alembic.ini.kept alembic.ini
echo "== a database that stands where no file is"
retort -q stamp b2b2 2>/dev/null
mv migrations/versions/b2b2_.py gone
for command in "upgrade head" "downgrade -1" "current" "check" "history -i" "stamp head" "revision --autogenerate -m x" "show current"; do
    # shellcheck disable=SC2086
    failing $command
done
failing stamp --purge a1a1
mv gone migrations/versions/b2b2_.py
echo "== two files with one id"
sed 's/second/copied/' migrations/versions/b2b2_.py >migrations/versions/copy.py
failing upgrade head
rm migrations/versions/copy.py
echo "== a table of versions that cannot be"
printf 'UPDATE alembic_version SET version_num = %s\n' "''" >empty.sql
if command -v sqlite3 >/dev/null; then sqlite3 app.db <empty.sql; fi
failing current | sed '/^!/!d' | head -n 1
echo "== a misspelt key"
retort -q stamp --purge base 2>/dev/null
sed -i 's/^path_separator.*/path_seperator = os/' alembic.ini
failing current
