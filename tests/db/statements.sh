# statements.sh -- the server refuses a statement: the message points at the line of the migration.
new_project "$PGURL"
new_revision a1 - "A table" <<'PY'
op.create_table("one", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(5)))
op.create_table("many", sa.Column("one_id", sa.Integer, sa.ForeignKey("one.id")))
PY
must retort upgrade head 2>/dev/null
try() { # words <<'PY' body
    echo "== $1"
    new_revision b2 a1 "$1"
    run retort upgrade head
}
try "a table twice" <<'PY'
op.create_table(
    "one",
    sa.Column("id", sa.Integer),
)
PY
try "a column nobody has" <<'PY'
op.drop_column("one", "colour")
PY
try "wrong SQL" <<'PY'
op.execute(
    """
    UPDATE one
       SETT name = 'x'
    """
)
PY
try "too long for its column" <<'PY'
op.execute("INSERT INTO one (id, name) VALUES (1, 'far too long')")
PY
try "no such parent" <<'PY'
many = sa.table("many", sa.column("one_id", sa.Integer))
op.bulk_insert(many, [{"one_id": 7}])
PY
try "NOT NULL on a table with rows" <<'PY'
op.execute("INSERT INTO one (id) VALUES (1)")
op.alter_column("one", "name", nullable=False)
PY
try "a parameter nobody gave" <<'PY'
op.execute("SELECT ':missing'")
PY
try "an error the script handles" <<'PY'
from sqlalchemy.exc import IntegrityError, ProgrammingError

op.execute("INSERT INTO one (id) VALUES (1)")
bind = op.get_bind()
try:
    with bind.begin_nested():
        bind.execute(sa.text("INSERT INTO one (id) VALUES (1)"))
except IntegrityError as error:
    print("handled", type(error).__name__)
try:
    with bind.begin_nested():
        bind.execute(sa.text("SELECT * FROM nowhere"))
except ProgrammingError as error:
    print("handled", type(error).__name__)
PY
state
rows "SELECT count(*) FROM one"
