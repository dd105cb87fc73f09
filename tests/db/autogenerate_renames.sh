# autogenerate_renames.sh -- --rename on PostgreSQL: table, column and what hangs on them; then nothing differs, and back.
new_project "$DATABASE_URL"
sed -i 's/^\[alembic\]/&\nprepend_sys_path = ./' alembic.ini
put models.py <<'PY'
import os

from sqlalchemy import CheckConstraint, Column, Computed, ForeignKey, Index, Integer, MetaData, String, Table, text
from sqlalchemy.dialects.postgresql import ENUM, INT4RANGE, ExcludeConstraint

metadata = MetaData()
old = os.environ["STATE"] == "1"
mail = "mail" if old else "Electronic mail"
member = Table(
    "member" if old else "members", metadata, Column("id", Integer, primary_key=True),
    Column(mail, String(50), server_default="it's", nullable=False, comment="where to write"), Column("age", Integer),
    CheckConstraint("age > 0", name="ck"), comment="people")
total, top = ("total", "Max") if old else ("order", "max")
both = '(%s) <> (%s)' % (total, '"Max"' if old else top)
both = both if old else both.replace("order", '"order"')
named = "total" if old else '"order"'
stock = Table(
    "stock", metadata, Column("id", Integer, primary_key=True), Column(total, Integer), Column(top, Integer), Column("during", INT4RANGE),
    CheckConstraint("%s >= 0 AND '%s'::text <> 'x'" % (named, "total"), name="kept"),
    CheckConstraint("%s < %d" % (named, 9 if old else 10), name="changed"),
    ExcludeConstraint(("during", "&&"), using="gist", name="kept_apart", where=text("%s > 0" % named)),
    Column("twice", Integer, Computed("%s * 2" % named, persisted=True)))
Index("part", stock.c[top], postgresql_where=text(both))
if old:
    stock.append_constraint(CheckConstraint(both, name="dropped"))
    stock.append_constraint(ExcludeConstraint(("during", "&&"), using="gist", name="apart", where=text(both)))
    Index("gone", text("abs(total)"), stock.c[top].desc(), postgresql_where=text("total <> total::text::int"))
Table("post", metadata, Column("id", Integer, primary_key=True), Column("by", ForeignKey(member.c.id, name="fk")))
Table("t" if old else "tt", metadata, Column("a", ENUM("x", "y" if old else "yes", name="xy"), server_default="x"),
      Column("b", ENUM("x", "y" if old else "yes", name="xy"), server_default="y" if old else "yes"), schema="other")
PY
put migrations/env.py <<'PY'
from alembic import context
from sqlalchemy import engine_from_config, pool

from models import metadata

engine = engine_from_config(context.config.get_section("alembic"), prefix="sqlalchemy.", poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=metadata, include_schemas=True, compare_server_default=True)
    with context.begin_transaction():
        context.run_migrations()
PY
catalog() { rows "SELECT table_schema || '.' || table_name || '.' || column_name || ' ' || data_type FROM information_schema.columns
                  WHERE table_schema IN ('public', 'other') AND table_name <> 'alembic_version' ORDER BY 1"
            rows "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = to_regclass('stock') ORDER BY 1"
            rows "SELECT indexdef FROM pg_indexes WHERE tablename = 'stock' ORDER BY 1"; }
rows "CREATE SCHEMA other" || true
export STATE=1
must retort -q revision --autogenerate --rev-id one -m one
must retort -q upgrade head
rows "INSERT INTO member (mail, age) VALUES ('a@b.c', 5)" || true
rows "INSERT INTO other.t (a) VALUES ('y')" || true
catalog >before
export STATE=2
run retort -q revision --autogenerate --rev-id two -m two --rename member:members --rename 'member.mail:Electronic mail' --rename other.t:tt --rename xy.y:yes \
    --rename stock.total:order --rename stock.Max:max
sed -n '/^def upgrade/,$p' migrations/versions/two_two.py
must retort -q upgrade head
run retort check 2>&1 | grep -v INFO
catalog
rows 'SELECT "Electronic mail" FROM members'
rows 'SELECT a, b FROM other.tt'
must retort -q downgrade one
catalog | diff before - && echo "as before"

echo "== names that go round: columns, tables, members of an enum type"
rm -rf migrations/versions/* && rows "DROP TABLE IF EXISTS alembic_version, member, stock, post, other.t CASCADE" && rows "DROP TYPE IF EXISTS xy" || true
put models.py <<'PY'
import os

from sqlalchemy import *
from sqlalchemy.dialects.postgresql import ENUM

metadata = MetaData()
old = os.environ["STATE"] == "1"
a, b, c = ("a", "b", "c") if old else ("b", "c", "a")
Table("lefts" if old else "rights", metadata, Column("id", Integer, primary_key=True), Column(a, Integer, server_default="1"),
      Column(b, String(9)), Column(c, Integer, index=True), CheckConstraint("%s > %s" % (a, c), name="ck"))
Table("rights" if old else "lefts", metadata, Column("id", Integer, primary_key=True),
      Column("e", ENUM("on", "off", name="turn") if old else ENUM("off", "on", name="turn"), server_default="on" if old else "off"))
PY
export STATE=1
must retort -q revision --autogenerate --rev-id one -m one
must retort -q upgrade head
rows "INSERT INTO lefts VALUES (1, 3, 'text', 2)" || true
rows "INSERT INTO rights VALUES (7, 'on')" || true
catalog() { rows "SELECT * FROM lefts"; rows "SELECT * FROM rights"; rows "SELECT enum_range(NULL::turn)"; rows "SELECT indexdef FROM pg_indexes WHERE tablename IN ('lefts', 'rights') ORDER BY 1"
            rows "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'c' AND conrelid IN ('lefts'::regclass, 'rights'::regclass) ORDER BY 1"; }
catalog >before
export STATE=2
run retort -q revision --autogenerate --rev-id two -m two --rename lefts:rights --rename rights:lefts --rename lefts.a:b --rename lefts.b:c --rename lefts.c:a \
    --rename turn.on:off --rename turn.off:on
sed -n '/^def upgrade/,$p' migrations/versions/two_two.py
must retort -q upgrade head
run retort check 2>&1 | grep -v INFO
catalog
must retort -q downgrade one
catalog | diff before - && echo "as before"
