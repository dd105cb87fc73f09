# ranges.sh -- ranges and multiranges both ways: typed columns, rows without a type, parameters, RETURNING, arrays, bulk_insert.
# Alembic plays it too.
fresh "ranges with psycopg2"
scripted <<'PY'
import datetime as dt
import decimal
import os
import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.dialects.postgresql import Range

D, utc = decimal.Decimal, dt.timezone.utc
e = sa.create_engine(os.environ["PGURL"].replace("postgresql:", "postgresql+psycopg2:"))
KINDS = {
    "INT4RANGE": [Range(1, 5), Range(1, 5, bounds="(]"), Range(-7, None, bounds="()"), Range(), Range(empty=True), Range(3, 3), None, "[2,8]"],
    "INT8RANGE": [Range(None, 2**40), Range(-2**60, 2**60)],
    "NUMRANGE": [Range(D("1.50"), None, bounds="(]"), Range(1, 2), Range(1.5, 2.25, bounds="[]"), Range(D("-1E+3"), D("0"))],
    "DATERANGE": [Range(dt.date(2020, 1, 2), dt.date(2020, 2, 3)), Range(None, dt.date(2020, 2, 3), bounds="(]"), Range(empty=True)],
    "TSRANGE": [Range(dt.datetime(2020, 1, 2, 3, 4), None), Range(dt.datetime(2020, 1, 2, 3, 4, 5, 678), dt.datetime(2021, 1, 1), bounds="[]")],
    "TSTZRANGE": [Range(dt.datetime(2020, 1, 2, 3, 4, tzinfo=utc), dt.datetime(2021, 1, 2, tzinfo=dt.timezone(dt.timedelta(hours=9))))],
}


def attempt(name, function):
    try:
        with e.begin() as c:
            print(name, function(c))
    except Exception as x:
        print("==", name, type(x).__name__, str(x).splitlines()[0])
        print("  ", *[line for line in str(x).splitlines() if line.startswith(("[SQL", "[param"))])


for kind, values in KINDS.items():
    type_ = getattr(pg, kind)()
    table = sa.Table("r_" + kind.lower(), sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("r", type_))
    with e.begin() as c:
        table.create(c)
        op = Operations(MigrationContext.configure(c))
        op.bulk_insert(table, [{"r": value} for value in values])
        op.bulk_insert(table, [{"r": value} for value in values], multiinsert=False)
        print(kind, c.execute(sa.select(table.c.r).order_by(table.c.id)).scalars().all()[:len(values)])
        print(kind, "without a type", c.execute(sa.text(f"SELECT r FROM {table.name} ORDER BY id")).scalars().all()[:len(values)])
        print(kind, "shown", [str(r) for r in c.execute(sa.text(f"SELECT r FROM {table.name} ORDER BY id")).scalars()][:len(values)])
        print(kind, "array", c.execute(sa.text(f"SELECT array_agg(r ORDER BY id) FROM {table.name} WHERE r IS NOT NULL")).scalar_one())
        print(kind, "typed array", c.execute(sa.select(sa.func.array_agg(table.c.r, type_=pg.ARRAY(type_))).where(table.c.r.isnot(None))).scalar_one()[:2])
    for value in values[:4]:
        attempt(f"{value!r} equal", lambda c: c.execute(sa.select(sa.func.count()).select_from(table).where(table.c.r == value)).scalar_one())
        attempt(f"{value!r} contains", lambda c: c.execute(sa.select(sa.func.count()).select_from(table).where(table.c.r.contains(value))).scalar_one())
        attempt(f"{value!r} literal", lambda c: c.execute(sa.select(sa.literal(value, type_))).scalar_one())
        attempt(f"{value!r} by itself", lambda c: c.execute(sa.select(sa.literal(value))).scalar_one())
        attempt(f"{value!r} returning", lambda c: c.execute(table.insert().values(r=value).returning(table.c.r)).scalar_one())
        attempt(f"{value!r} in text", lambda c: c.execute(sa.text("SELECT :v").bindparams(sa.bindparam("v", value, type_))).scalar_one())
        attempt(f"{value!r} in text, no type", lambda c: c.execute(sa.text(f"SELECT CAST(:v AS {kind})"), {"v": value}).scalar_one())

numbers = sa.table("r_int4range", sa.column("id"), sa.column("r", pg.INT4RANGE))
attempt("operators", lambda c: c.execute(sa.select(numbers.c.r + Range(2, 9), numbers.c.r * Range(2, 9), numbers.c.r - Range(2, 9)).where(numbers.c.id == 1)).one())
attempt("element", lambda c: c.execute(sa.select(sa.func.count()).select_from(numbers).where(numbers.c.r.contains(3))).scalar_one())
attempt("lower, upper", lambda c: c.execute(sa.select(sa.func.lower(numbers.c.r), sa.func.upper(numbers.c.r)).where(numbers.c.id == 1)).one())
attempt("number", lambda c: c.execute(numbers.insert().values(r=5)))
attempt("wrong bounds", lambda c: c.execute(numbers.insert().values(r=Range(5, 1))))
attempt("default", lambda c: (c.execute(sa.text("ALTER TABLE r_int4range ALTER r SET DEFAULT '[7,9)'")), c.execute(numbers.insert().values(id=99).returning(numbers.c.r)).scalar_one())[1])

from psycopg2.extras import DateRange, DateTimeTZRange, NumericRange

ours = NumericRange(1, 5)
print(ours, repr(ours), ours.lower, ours.upper, ours.lower_inc, ours.upper_inc, ours.isempty, 3 in ours, 5 in ours, ours == NumericRange(1, 5), ours < NumericRange(2, 5), sorted([NumericRange(3, 4), NumericRange(None, 2), NumericRange(empty=True), ours]), bool(NumericRange(empty=True)))
for value in (ours, NumericRange(-5, None, "()"), NumericRange(empty=True), DateRange(dt.date(2020, 1, 1), None), DateRange(empty=True), DateTimeTZRange(None, dt.datetime(2020, 1, 1, tzinfo=utc), "(]")):
    attempt(f"{value!r} as a parameter", lambda c: c.execute(sa.text("SELECT (:v)::text"), {"v": value}).scalar_one())
    attempt(f"{value!r} by the driver", lambda c: c.exec_driver_sql("SELECT %s", (value,)).scalar_one())
PY

fresh "multiranges"
scripted <<'PY'
import os
import sqlalchemy as sa
e = sa.create_engine(os.environ["PGURL"].replace("postgresql:", "postgresql+psycopg2:"))
with e.connect() as c:
    for text in ("{}", "{[1,2),[4,9)}"):
        print(repr(c.execute(sa.text(f"SELECT '{text}'::int4multirange")).scalar_one()))
PY
our_way "multiranges with psycopg2" scripted <<'PY'
import datetime as dt
import os
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.dialects.postgresql import MultiRange, Range
e = sa.create_engine(os.environ["PGURL"].replace("postgresql:", "postgresql+psycopg2:"))
moment = dt.datetime(2020, 1, 2, 3, 4)
t = sa.Table("many", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("n", pg.INT4MULTIRANGE), sa.Column("d", pg.DATEMULTIRANGE), sa.Column("s", pg.TSMULTIRANGE))
with e.begin() as c:
    t.create(c)
    c.execute(t.insert(), [{"n": [Range(1, 2), Range(4, 9)], "d": MultiRange([Range(dt.date(2020, 1, 1), None)]), "s": [Range(None, moment), Range(moment, moment, bounds="[]")]},
                           {"n": [], "d": None, "s": "{}"}])
    for row in c.execute(sa.select(t).order_by(t.c.id)):
        print(row, type(row.n).__name__)
    print(c.execute(sa.select(t.c.id).where(t.c.n.contains(Range(4, 5)))).scalars().all(), c.execute(sa.select(sa.literal(MultiRange([Range(3, 4)])))).scalar_one())
PY
