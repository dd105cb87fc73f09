# lock_race.sh -- ten processes upgrade one SQLite file at once: all succeed, every revision runs once.
CONCURRENTLY=
query() { sqlite3 app.db "$1"; }
clean() { rm -f app.db*; }
. "$TESTS/fixtures/race.sh"
races sqlite:///app.db
echo "== transactions as the driver's"
race_project sqlite:///app.db autocommit
clean
race "driver" upgrade head --driver-transactions
