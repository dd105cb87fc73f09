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
try "rows that share a statement, and rows that need one of their own" <<'PY'
import datetime

kept = op.create_table("kept", sa.Column("id", sa.Integer, primary_key=True), sa.Column("note", sa.Text, default="none"),
                       sa.Column("data", sa.JSON), sa.Column("at", sa.Date))
rows = [{"id": i, "note": "n%d" % i, "data": {"i": [i]}, "at": datetime.date(2024, 1, 1 + i % 28)} for i in range(600)]
rows[300]["note"] = sa.func.upper("sql")
rows[301] = {"id": 301, "at": None}
rows[599]["data"] = None
op.bulk_insert(kept, rows)
bind = op.get_bind()
print(bind.execute(sa.text("SELECT count(*), min(id), max(id), count(note), sum((data #>> '{i,0}')::int), max(at) FROM kept")).one())
print(bind.execute(sa.text("SELECT id, note, data, data IS NULL, at FROM kept WHERE id IN (299, 300, 301, 302, 599) ORDER BY id")).all())
raise RuntimeError("enough")
PY
try "sets of an executemany share statements, too" <<'PY'
from sqlalchemy.exc import DBAPIError

sold = op.create_table("sold", sa.Column("id", sa.Integer, primary_key=True), sa.Column("note", sa.Text, default="none"),
                       sa.Column("price", sa.Numeric))
bind = op.get_bind()
result = bind.execute(sold.insert(), [{"note": "n%d" % i, "price": i} for i in range(600)])
print(result.rowcount, result.returns_rows)
bind.execute(sold.insert(), [{"price": i, "further": i} if i % 2 else {"price": i} for i in range(4)])
bind.execute(sold.insert().values(note="shared"), [{"price": i} for i in range(300)])
print(bind.execute(sa.text("SELECT note, count(*), sum(price) FROM sold WHERE note IN ('n0', 'n599', 'none', 'shared') GROUP BY 1 ORDER BY 1")).all())
try:
    with bind.begin_nested():
        bind.execute(sold.insert(), [{"note": "x", "price": i if i != 30 else "1,5"} for i in range(40)])
except DBAPIError as error:
    print(type(error).__name__, error.statement, len(error.params), error.ismulti)
raise RuntimeError("enough")
PY
try "one of many rows has no parent: the rows share a statement" <<'PY'
many = sa.table("many", sa.column("one_id", sa.Integer))
op.execute("INSERT INTO one (id) SELECT * FROM generate_series(1, 400)")
op.bulk_insert(many, [{"one_id": i if i != 390 else 1000} for i in range(1, 401)])
PY
try "one of many values is none of its type: a long line is cut around it" <<'PY'
op.create_table("amounts", sa.Column("amount", sa.Numeric))
amounts = sa.table("amounts", sa.column("amount"))
op.bulk_insert(amounts, [{"amount": i if i != 240 else "1,5"} for i in range(1, 401)])
PY
try "a character far into a long line" <<'PY'
op.execute("SELECT '" + "\uac00" * 700 + "', nobody, '" + "x" * 900 + "'")
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
