# commands.sh -- options before and behind the command, ranges and symbols of every listing, stamps. Alembic plays it too.
fresh "global options"
new_revision a1 - "first" <<<pass
new_revision b2 a1 "second

More of it.

  indented" <<<pass
new_revision c3 a1 "third" <<<pass
sed -i "s/^branch_labels.*/branch_labels = 'side'/" migrations/versions/c3_.py
usage() { played alembic "$@" 2>&1 | sed -E "s/\(choose from.*//; s/\{[a-z_,]*\}/{...}/; /^usage/,/^[^ ]/{/^usage/d; /^ /d}"; }
for a in "" "bogus" "upgrade" "upgrade a b" "upgrade --bogus head" "--bogus" "history -r" "history --rev-r a1:" "history --ver" "history -r -2:" "history --rev-range=-2:" "history -r-2:" "revision --depends-on" "heads extra" "merge" "stamp" "show" "-n" "-x" "-c" "-q heads" "--quiet heads" "heads -q" "-qq heads" "heads --resolve" "upgrade -- head" "upgrade --tag" "downgrade -- -2" "downgrade -1" "downgrade -2" "downgrade -+1" "upgrade +1" "upgrade +0" "upgrade -1" "revision -m" "list_templates x" "current a" "branches x" "ensure_version x" "init" "init a b" "edit" "check x" "history -rv" "history -vi" "history -iv -ra1:b2" "-x a -x b=c heads" "-cx.ini heads" "--config=alembic.ini heads" "--conf alembic.ini heads" "-n alembic heads" "-nalembic heads" "--name alembic heads" "upgrade=head" "Upgrade head" "up head" "--raiseerr heads" "--raise heads" "heads --verbose" "heads -vv" "show heads -v" "heads --version"; do
    # shellcheck disable=SC2086
    usage $a
done
echo "== listings"
for a in "history" "history -v" "history -r a1:" "history -r :a1" "history -r a1:b2" "history -r b2:c3" "history -r b2:a1" "history -r :" "history -r a1:c3" "history -r base:head" "history -r base:heads" "history -r side@head:" "history -r a1:side@head" "history -r -1:" "history -r a1" "history -r nope:" "heads" "heads -v" "heads --resolve-dependencies" "branches" "branches -v" "show a1" "show heads" "show head" "show base" "show side@head" "show a" "show a1:b2" "show +1" "show b2-1" "show nope" "show None" "show side" "current" "current -v" "current -c" "history -i" "history -r current:" "history -r :current" "history -r -1:current" "show current"; do
    # shellcheck disable=SC2086
    played alembic $a
done
echo "== stamp and listings"
for a in "stamp b2" "current" "history -i" "current -c" "stamp heads" "history -i -v" "stamp a1" "stamp b2 c3" "stamp side@base" "stamp base" "stamp a1 b2" "stamp side@head" "stamp head" "stamp heads --tag x" "stamp --purge a1" "stamp a1:b2" "stamp a1:b2 --sql" "stamp a1:b2 a1:c3 --sql" "stamp base --sql" "stamp heads --sql" "stamp" "stamp nope" "stamp +1" "stamp b2-1" "stamp -1"; do
    # shellcheck disable=SC2086
    played alembic $a
done
echo "== otherwise"
our_way "\`FAILED:\` in \`--sql\` mode" played alembic upgrade --sq head
our_way "\`FAILED:\` in \`--sql\` mode" played alembic revision --autogen --sql
our_way "\`FAILED:\` in \`--sql\` mode" played alembic stamp --purge --sql a1
our_way "\`FAILED:\` in \`--sql\` mode" played alembic stamp head --sql
our_way "\`FAILED:\` in \`--sql\` mode" played alembic stamp a1:b2 b2:c3 --sql
our_way "\`history -r current:current\`, \`history -r a:b:c\`" played alembic history -r a1:b2:c3
played alembic stamp --purge heads
our_way "\`current\` with several heads" played alembic current -v
our_way "\`current\` with several heads" played alembic current -c
our_way "\`history -r current:current\`, \`history -r a:b:c\`" played alembic history -r current:current
sed -i "s/^branch_labels.*/branch_labels = ('web', 'api')/" migrations/versions/c3_.py
our_way "order where the reference iterates sets (children of a branch point, which row a merge updates, overlapping targets)" played alembic heads
