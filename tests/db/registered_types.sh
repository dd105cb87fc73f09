# registered_types.sh -- ischema_names: the class that a library or a script gave for a type of the database.
new_project "$DATABASE_URL"
sed -i 's/^target_metadata = .*/from models import metadata\ntarget_metadata = metadata/; s/^\[alembic\]/&\nprepend_sys_path = ./' migrations/env.py alembic.ini
psql -qX "$PGURL" -c "CREATE TYPE pair AS (a int, b int)" -c "CREATE TABLE t (id int PRIMARY KEY, p pair, q pair[], old pair)"
cat >models.py <<'PY'
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql.base import ischema_names


class Pair(sa.types.UserDefinedType):
    cache_ok = True

    def __init__(self, *given):
        self.given = given

    def get_col_spec(self, **keywords):
        return "pair"

    def __repr__(self):
        return f"Pair{self.given!r}"


ischema_names["pair"] = Pair
metadata = sa.MetaData()
sa.Table("t", metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("p", Pair()),
         sa.Column("q", sa.dialects.postgresql.ARRAY(Pair())))
PY
run_stdout retort check
run_stdout retort revision --autogenerate --rev-id one -m one
sed -n '/^def downgrade/,$p' migrations/versions/one_*.py
