# recorded_linear.sh -- a straight history: each command as it was recorded from Alembic.
new_project
# online on SQLite, offline for PostgreSQL
sed -i 's|^sqlalchemy.url.*|&\noffline.url = postgresql:///x|' alembic.ini
sed -i 's|url=config.get_main_option("sqlalchemy.url")|url=config.get_main_option("offline.url")|' migrations/env.py
played() { run_stdout retort "$@" | sed -E 's/^( *Create Date: ).*/\1NOW/'; }
played revision -m "first one" --rev-id a1
played revision -m "Create Some Table: with (punctuation) & a Really long title that gets truncated" --rev-id b2b2b2
played revision --rev-id c3c3c3
played history
played history -v
played heads
played heads -v
played upgrade head --sql
played upgrade a1:b2b2b2 --sql
played upgrade a1: --sql
played upgrade :b2b2b2 --sql
played upgrade head
played current
played current -v
played current --check-heads
played history -i
played history -i -v
played history -r a1:b2b2b2
played history -r :current
played history -r current:
played history --rev-range=-2:
played history --rev-range=-2:current
played history -r bogus
played history -r b2b2b2:a1
played history -r zzzz:head
played downgrade c3c3c3:a1 --sql
played downgrade c3c3c3:base --sql
played downgrade -1
played current --check-heads
played current -c
played downgrade -5
played downgrade c3c3c3
played downgrade a1
played downgrade a1
played upgrade a1
played upgrade +1
played upgrade a1+2
played upgrade +5
played upgrade -1
played upgrade c3c3
played upgrade c3
played upgrade zzz
played upgrade zzzzzz
played upgrade a1@head
played upgrade nope@head
played downgrade base
played current
played show b2b2b2
played show c3c3c3
played show current
played show zzzz
played stamp a1
played stamp c3c3c3
played stamp --purge a1
played stamp --purge a1 --sql
played stamp base
played stamp heads
played stamp zzz
played stamp --sql head
played stamp --sql a1:head
played ensure_version
played -q upgrade head
played --quiet history
played --raiseerr upgrade zzzzz
played -x a=1 -x b current
played downgrade -- -2
played history -r a1:c3c3c3
