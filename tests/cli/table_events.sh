# table_events.sh -- listeners of tables hear of op.create_table() and op.drop_table(), as functions and as DDL, with --sql and
# on a database; what they execute stands where the reference has it. Alembic plays it too.
new_project
new_revision a1 - "events" <<'PY'
from sqlalchemy import event

def told(name):
    def listener(target, connection, **kw):
        print("--", name, target.name, target.schema, sorted(kw), kw["checkfirst"], connection.dialect.name)
        if name == "after_create":
            connection.execute(sa.text("CREATE INDEX idx_%s_z ON %s (z)" % (target.name, target.name)))
    event.listen(sa.Table, name, listener)

for name in ("before_create", "after_create", "before_drop", "after_drop"):
    told(name)
event.listen(sa.Table, "after_create", sa.DDL("CREATE VIEW v AS SELECT z FROM %(fullname)s").execute_if(dialect="sqlite"))
event.listen(sa.Table, "after_create", sa.DDL("GRANT SELECT ON %(fullname)s TO x").execute_if(dialect="postgresql"))
event.listen(sa.Table, "before_drop", sa.DDL("DROP VIEW v").execute_if(callable_=lambda ddl, target, bind, **kw: target.name == "t" and kw["dialect"].name == "sqlite"))
op.create_table("t", sa.Column("id", sa.Integer, index=True, comment="c"), sa.Column("z", sa.Integer), sa.Column("e", sa.Enum("a", "b", name="kind")), comment="about")
op.add_column("t", sa.Column("y", sa.Integer, index=True))
op.drop_table("t")
PY
offline() { sed -i "s|^sqlalchemy.url.*|sqlalchemy.url = $1|" alembic.ini && run_stdout retort upgrade head --sql; }
offline postgresql://localhost/x
offline sqlite:///app.db
run_stdout retort upgrade head
