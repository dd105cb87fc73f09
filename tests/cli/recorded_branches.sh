# recorded_branches.sh -- branches, merges and labels: each command as it was recorded from Alembic.
new_project
# online on SQLite, offline for PostgreSQL
sed -i 's|^sqlalchemy.url.*|&\noffline.url = postgresql:///x|' alembic.ini
sed -i 's|url=config.get_main_option("sqlalchemy.url")|url=config.get_main_option("offline.url")|' migrations/env.py
played() { run_stdout retort "$@" | sed -E 's/^( *Create Date: ).*/\1NOW/'; }
played revision -m "base" --rev-id aaaa1111
played revision -m "left" --rev-id bbbb1111
played revision -m "right" --rev-id cccc1111 --head aaaa1111
played revision -m "right" --rev-id cccc1111 --head aaaa1111 --splice --branch-label right
played heads
played heads -v
played branches
played branches -v
played history
played history -v
played revision -m "another" --rev-id dddd1111
played upgrade head
played upgrade heads
played current
played current -v
played downgrade -1
played current
played upgrade heads
played downgrade right@-1
played current
played upgrade right@+1
played upgrade right@head
played upgrade right@heads
played upgrade bbbb1111@+1
played history -r right@base:right@head
played show heads
played show right@head
played merge -m "merge it" --rev-id eeee1111 heads
played merge -m "again" --rev-id ffff1111 heads
played merge -m "again" --rev-id ffff1111 bbbb1111 cccc1111
played merge --rev-id gggg1111 bbbb1111 bbbb1111
played merge -m "nx" --rev-id hhhh1111 bbbb1111 nopenope
played history
played upgrade head
played current
played downgrade -1
played current
played upgrade head --sql
played upgrade head
played downgrade eeee1111:aaaa1111 --sql
played downgrade aaaa1111
played stamp right@head
played stamp bbbb1111 cccc1111
played current
played stamp eeee1111
played stamp aaaa1111
played stamp bbbb cccc --sql
played stamp aaaa:bbbb cccc --sql
played stamp aaaa:bbbb bbbb:cccc --sql
played stamp base
played revision -m "second base" --rev-id iiii1111 --head base --branch-label other --depends-on bbbb1111
played revision -m "bad dep" --depends-on nope
played revision -m "dup label" --branch-label other --head other@head --rev-id jjjj1111
