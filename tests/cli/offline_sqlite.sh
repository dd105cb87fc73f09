# offline_sqlite.sh -- --sql for SQLite: no transactions on paper, and what SQLite cannot alter.
new_project
new_revision a1 - "Tables" <<'PY'
op.create_table(
    "customers",
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(80), nullable=False, comment="not for SQLite"),
    sa.Column("price", sa.Numeric(10, 2), server_default=sa.text("0")),
    sa.Column("born", sa.DateTime, server_default=sa.func.now()),
    sa.Column("kind", sa.Enum("shop", "person", name="customer_kind")),
    sa.Column("data", sa.JSON),
    sa.Column("select", sa.Boolean, server_default=sa.false()),
    sa.CheckConstraint("price >= 0"),
    sa.UniqueConstraint("name"),
)
op.create_index("ix_name", "customers", ["name", sa.text("price DESC")], unique=True, sqlite_where=sa.text("price > 1"))
---
op.drop_index("ix_name", table_name="customers")
op.drop_table("customers")
PY
new_revision b2 a1 "Changes" <<'PY'
op.add_column("customers", sa.Column("note", sa.Text(), server_default="none"))
op.alter_column("customers", "note", new_column_name="remark")
op.rename_table("customers", "clients")
clients = sa.table("clients", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("select", sa.Boolean))
op.bulk_insert(clients, [{"id": 1, "name": "it's", "select": True}, {"id": 2, "name": None, "select": False}])
op.execute(clients.update().where(clients.c.select == sa.true()).values(name="x"))
---
op.rename_table("clients", "customers")
op.drop_column("customers", "remark")
PY
run_stdout retort upgrade head --sql
run_stdout retort downgrade b2:base --sql
run_marked retort upgrade a1 --sql
