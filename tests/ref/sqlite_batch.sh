# sqlite_batch.sh -- batch blocks on SQLite databases through the reference: a part of the recorded cases is still what it does,
# and random tables end with the same schema.
# Judged by its exit code.
export BUILD=${BUILD:-$TOP/build} LIMIT=${LIMIT:-60}
mkdir cases
EVERY=4 OPS_PROGRAM=$REFERENCE perl "$TESTS/sqlite.pl" "$TESTS/sqlite/batch.txt" "$PWD/cases" | grep -v '^ok' && differs "tests/sqlite/batch.txt" "as above"
for seed in 11 12; do
    mkdir -p "theirs$seed" "ours$seed"
    theirs=$(PLAIN=1 OPS_PROGRAM=$REFERENCE perl "$TESTS/sqlite_random.pl" $seed 50 "$PWD/theirs$seed" 2>&1)
    ours=$(PLAIN=1 perl "$TESTS/sqlite_random.pl" $seed 50 "$PWD/ours$seed" 2>&1)
    same_text "50 random tables, seed $seed" "$theirs" "$ours"
done
agreed
