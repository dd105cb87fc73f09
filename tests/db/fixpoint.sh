# fixpoint.sh -- a few random models through autogenerate, there and back; tests/stress/fixpoint.sh takes hundreds.
# Judged by its exit code.
export RETORT=retort SERVER
SERVER=$(sed -E 's|/[^/?]+\?|/postgres?|' <<<"$PGURL")
must "$TOP/tests/stress/fixpoint.sh" --count 4 --from 134
must "$TOP/tests/stress/fixpoint.sh" --sqlite --count 4 --from 22
