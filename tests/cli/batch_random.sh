# batch_random.sh -- 200 random tables with rows, children, indexes, triggers and views, a random batch block on each:
# what should survive does.
for seed in 1 2 3 4; do
    mkdir "$seed"
    perl "$TESTS/sqlite_random.pl" "$seed" 50 "$PWD/$seed"
done
