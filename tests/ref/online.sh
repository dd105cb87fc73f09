# online.sh -- the cases of tests/online through the reference, now, on real databases: what is recorded there is what it
# leaves, but for the cases marked `differs:`. Ours are compared with the same files by `make check`.
# Judged by its exit code.
two_databases
mkdir work
ok=0
for file in "$TESTS"/online/*.out; do
    name=online_$(basename "$file" .out)
    psql -X -q "$SERVER" -c "CREATE DATABASE $name"
    perl "$TESTS/online.pl" "$file" "$PWD/work" "postgresql=postgresql+psycopg2://postgres@/$name?host=$SOCKET" >tap 2>&1 || ok=1
    grep -v '^ok' tap && ok=1
    rm -rf work && mkdir work
done
[ $ok = 0 ] && agreed
