# matrix.sh -- docs/matrix.md is what tools/matrix.py finds now, and no cell is empty without a reason. `make matrix` writes
# it again.
# Judged by its exit code.
export DATABASE_URL=$PGURL
retort --allow read-anywhere run "$TOP/tools/matrix.py" >matrix.md 2>problems || {
    cat problems
    exit 1
}
[ -z "$BLESS" ] || cp matrix.md "$TOP/docs/matrix.md"
must diff -u "$TOP/docs/matrix.md" matrix.md
