# unloaded.sh -- modules of the project that stop half-way for want of a library: what needs none of them goes on,
# with a warning, and what needs the tables of the models is refused when one may be missing.
new_project
sed -i 's/^target_metadata = .*/from app.models import Base\n\ntarget_metadata = Base.metadata/' migrations/env.py
grep -n metadata migrations/env.py
mkdir app
touch app/__init__.py
cat >app/models.py <<'PY'
from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import declarative_base

from app.billing import PLANS, charge

Base = declarative_base()


class User(Base):
    __tablename__ = "users"
    id = Column(Integer, primary_key=True)
    name = Column(String(20), comment=None)

    def pay(self):
        return charge(self, PLANS)
PY
cat >app/billing.py <<'PY'
import stripe

client = stripe.Client(timeout=3)
RETRIES = client.retries + 1
PLANS = sorted(stripe.plans)


def charge(user, plans):
    return client.charge(user)
PY
new_revision a1a1 - "first" <<'PY'
op.create_table("users", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(20)))
---
op.drop_table("users")
PY
run retort upgrade head
run retort current
echo "# What did not run makes no tables: the models are compared."
run retort check
run retort doctor

echo "# A class with a base may be a table: nothing is compared."
cat >>app/billing.py <<'PY'


class Invoice(stripe.Base):
    pass
PY
run retort check
run retort revision --autogenerate -m second
run retort downgrade base
echo "# Neither are all tables made, nor listed."
new_revision b2b2 a1a1 "all" <<'PY'
from app.models import Base

Base.metadata.create_all(op.get_bind())
PY
run retort upgrade head
new_revision b2b2 a1a1 "each" <<'PY'
from app.models import Base

for table in Base.metadata.sorted_tables:
    op.execute(table.delete())
PY
run retort upgrade head

echo "# What a script uses of it is told with where the module stopped; ImportError is caught as before."
new_revision b2b2 a1a1 "uses" <<'PY'
try:
    import app.billing
    from app.billing import RETRIES
except ImportError as e:
    print("caught", e)
from app import billing
print(billing.RETRIES + 1)
PY
run retort upgrade head
run retort current
run retort doctor

echo "# A module that subclasses or calls what is missing may lack tables as well."
sed -i '/^class Invoice/,$d' app/billing.py
cat >app/more.py <<'PY'
from app.billing import make_models

make_models()
PY
echo 'import app.more' >>app/models.py
rm migrations/versions/b2b2_.py
run retort check

echo "# So does a function of the same file that is called further down."
sed -i '/^import app.more/d' app/models.py
cat >>app/billing.py <<'PY'


def make(name):
    from sqlalchemy import Table

    return Table(name)


invoices = make("invoices")
PY
run_stdout retort check
