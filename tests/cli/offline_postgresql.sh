# offline_postgresql.sh -- --sql for PostgreSQL: every kind of operation of a usual migration, up and down.
new_project postgresql://localhost/shop
new_revision a1 - "Tables" <<'PY'
from sqlalchemy.dialects import postgresql as pg
op.create_table(
    "customers",
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("key", pg.UUID(as_uuid=True), server_default=sa.text("gen_random_uuid()"), nullable=False, unique=True),
    sa.Column("name", sa.String(80), nullable=False, comment="what we call them"),
    sa.Column("data", pg.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb")),
    sa.Column("tags", pg.ARRAY(sa.String(20))),
    sa.Column("balance", sa.Numeric(12, 2), server_default="0"),
    sa.Column("kind", sa.Enum("shop", "person", name="customer_kind")),
    sa.Column("active", sa.Boolean, server_default=sa.true(), nullable=False),
    sa.Column("since", sa.Date),
    sa.Column("seen", sa.DateTime(timezone=True), server_default=sa.func.now()),
    sa.Column("photo", sa.LargeBinary),
    sa.Column("ratio", sa.Float),
    sa.Column("big", sa.BigInteger, sa.Identity(always=True, start=10)),
    sa.Column("twice", sa.Integer, sa.Computed("id * 2", persisted=True)),
    sa.CheckConstraint("balance >= 0", name="ck_customers_balance"),
    comment="Who buys, \"and\" who pays; it's 100%",
)
op.create_table(
    "orders",
    sa.Column("id", sa.BigInteger, primary_key=True),
    sa.Column("customer_id", sa.Integer, sa.ForeignKey("customers.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("order", sa.SmallInteger),
    sa.UniqueConstraint("customer_id", "order", name="uq_orders"),
)
---
op.drop_table("orders")
op.drop_table("customers")
op.execute("DROP TYPE customer_kind")
PY
new_revision b2 a1 "Changes" <<'PY'
op.add_column("orders", sa.Column("note", sa.Text(), comment="free text"))
op.alter_column("orders", "note", existing_type=sa.Text(), type_=sa.String(200), nullable=False, server_default="")
op.alter_column("orders", "order", new_column_name="position", existing_type=sa.SmallInteger())
op.alter_column("customers", "since", type_=sa.DateTime(), postgresql_using="since::timestamp")
op.alter_column("customers", "name", comment="full name", existing_comment="what we call them")
op.create_index("ix_customers_name", "customers", [sa.text("lower(name)")], unique=True)
op.create_index("ix_orders_position", "orders", ["position"], postgresql_where=sa.text("position > 0"))
op.create_index("ix_customers_data", "customers", ["data"], postgresql_using="gin", postgresql_concurrently=True)
op.create_check_constraint("ck_position", "orders", "position < 1000")
op.create_unique_constraint("uq_customers_name", "customers", ["name", "since"])
op.create_foreign_key("fk_self", "orders", "orders", ["position"], ["id"], onupdate="CASCADE", deferrable=True)
op.rename_table("orders", "purchases")
op.create_table_comment("purchases", "formerly orders")
---
op.drop_table_comment("purchases", existing_comment="formerly orders")
op.rename_table("purchases", "orders")
op.drop_constraint("fk_self", "orders", type_="foreignkey")
op.drop_constraint("uq_customers_name", "customers", type_="unique")
op.drop_constraint("ck_position", "orders")
op.drop_index("ix_customers_data", table_name="customers")
op.drop_index("ix_orders_position", table_name="orders", if_exists=True)
op.drop_index("ix_customers_name", "customers")
op.alter_column("orders", "position", new_column_name="order")
op.drop_column("orders", "note")
PY
new_revision c3 b2 "Data" <<'PY'
import datetime
import decimal

customers = sa.table(
    "customers",
    sa.column("id", sa.Integer),
    sa.column("name", sa.String),
    sa.column("balance", sa.Numeric),
    sa.column("active", sa.Boolean),
    sa.column("since", sa.Date),
)
op.bulk_insert(
    customers,
    [
        {"id": 1, "name": "O'Hara", "balance": decimal.Decimal("12.50"), "active": True},
        {"id": 2, "name": "100% wool: naïve 한국어", "balance": None, "active": False},
    ],
)
op.execute(customers.update().where(customers.c.name == op.inline_literal("x")).values(name="y", active=False))
op.execute(customers.update().where(customers.c.id.in_([1, 2])).values(balance=customers.c.balance + 1))
op.execute(customers.delete().where(sa.and_(customers.c.active.is_(False), customers.c.since < datetime.date(2020, 1, 2))))
op.execute(customers.insert().values(id=3, name="last", since=datetime.date(2024, 2, 29)))
op.execute(sa.text("UPDATE customers SET name = :name WHERE id = :id").bindparams(name="it's", id=4))
op.execute("UPDATE customers SET since = '2024-01-01'::date WHERE name LIKE '%x\\:y%'")
---
op.execute("DELETE FROM customers")
PY
run_stdout retort upgrade head --sql
run_stdout retort downgrade head:base --sql
run_stdout retort upgrade a1:b2 --sql
run_stdout retort stamp a1:c3 --sql
run_stdout retort ensure_version --sql
run_marked retort upgrade a1:a1 --sql
run_marked retort downgrade base --sql
run_marked retort downgrade a1 --sql
