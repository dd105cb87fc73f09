# sigkill.sh -- a few rounds of tests/stress/sigkill.sh: kill -9 at random moments leaves the version row and the schema in step.
# Judged by its exit code.
ROUNDS=4 "$TESTS/stress/sigkill.sh" >out 2>&1 || {
    cat out
    exit 1
}
