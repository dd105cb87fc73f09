# ops.sh -- the scripts of tests/ops through the reference, now: what is recorded there is what it prints, but for the
# sections marked `differs:`.
# Judged by its exit code.
mkdir ops
ok=0
for file in "$TESTS"/ops/*.txt; do
    case $file in */histories.txt) continue ;; esac
    OPS_REFERENCE=1 OPS_PROGRAM=$REFERENCE LIMIT=600 perl "$TESTS/ops.pl" "$file" "$PWD/ops" >tap 2>&1 || ok=1
    grep -v '^ok' tap && ok=1
    rm -rf ops && mkdir ops
done
[ $ok = 0 ] && agreed
