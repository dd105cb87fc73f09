# alembic_main.sh -- alembic.config.main() and the corners of alembic.util that scripts import. Alembic plays it too.
fresh "main()"
new_revision a1 - "first" <<<'op.create_table("t", sa.Column("id", sa.Integer))'
scripted <<'PY'
import alembic.config
from alembic.config import main

main(argv=["upgrade", "head"])
alembic.config.main(argv=["current"])
main(["history", "-v"][:1])
main(argv=["--raiseerr", "downgrade", "-1"])
main(argv=["heads"], prog="mine")
try:
    main(argv=["--raiseerr", "upgrade", "nothing"])
except Exception as error:
    print(type(error).__name__, error)
try:
    main(argv=["upgrade", "nothing"])
except SystemExit as error:
    print("exit", error.code)
try:
    main(argv=["-q", "upgrade", "nothing"])
except SystemExit as error:
    print("exit", error.code)
main(argv=["-c", "alembic.ini", "-x", "a=b", "stamp", "base"])
main(argv=["upgrade", "head", "--sql"])
PY
echo "== alembic.util"
scripted <<'PY'
import re
from alembic import util
from alembic.util import CommandError, rev_id
from alembic.script.revision import RevisionMap
from alembic.runtime.migration import MigrationInfo

print(bool(re.fullmatch("[0-9a-f]{12}", rev_id())), util.to_tuple("ab"), util.to_tuple(None, ()), util.to_tuple([1, 2]), util.to_tuple(5))
print(util.to_list("a"), util.to_list(("a", "b")), util.dedupe_tuple((1, 2, 1)), util.format_as_comma(("a", "b")), util.format_as_comma("x"), util.format_as_comma(None) == "")
print(util.not_none(5), RevisionMap.__name__, MigrationInfo.__name__, issubclass(CommandError, Exception))
util.msg("said")
PY
