"""What the tests of hooks share: a database in memory as it was, models as they are, and how to say what hooks heard."""

import re

from _render import *
from alembic.autogenerate import produce_migrations, render_python_code


def build_before(m):
    Table("p", m, Column("id", Integer, primary_key=True))
    Table("t", m, Column("id", Integer, primary_key=True), Column("a", String(10), nullable=False, server_default="x"),
          Column("gone", Text), Column("pid", Integer, ForeignKey("p.id", name="fk1")), Index("ix_gone", "gone"),
          Index("ix_same", "a"), UniqueConstraint("a", name="uq_a"), CheckConstraint("id > 0", name="ck_pos"))
    Table("old", m, Column("id", Integer, primary_key=True), Column("z", Integer, index=True))


def build_after(m):
    Table("p", m, Column("id", Integer, primary_key=True))
    Table("t", m, Column("id", Integer, primary_key=True), Column("a", String(20), server_default="y"),
          Column("new", Integer, index=True), Column("pid", Integer, ForeignKey("p.id", name="fk1")),
          Index("ix_same", "a", "new"), UniqueConstraint("a", "new", name="uq_a"),
          CheckConstraint("id > 5", name="ck_five"),
          ForeignKeyConstraint(["id"], ["p.id"], name="fk2", ondelete="CASCADE"))
    Table("fresh", m, Column("id", Integer, primary_key=True), Column("q", Integer), UniqueConstraint("q"),
          CheckConstraint("q > 1", name="c1"))


class Database:
    """`with Database() as connection:` has the tables of before."""

    def __enter__(self):
        self.connection = create_engine("sqlite://").connect()
        m = MetaData()
        build_before(m)
        m.create_all(self.connection)
        return self.connection

    def __exit__(self, *error):
        self.connection.close()


def models():
    m = MetaData()
    build_after(m)
    return m


def told(value):
    return re.sub(" at 0x[0-9a-f]+", "", repr(value))


RENDERING = ("render_item", "render_as_batch", "user_module_prefix")


def migrate(label, heard, **options):
    print("##", label)
    with Database() as connection:
        try:
            m = models()
            migration = MigrationContext.configure(connection, opts=dict(options, target_metadata=m))
            script = produce_migrations(migration, m)
            keywords = {key: value for key, value in options.items() if key in RENDERING}
            for operations in (script.upgrade_ops, script.downgrade_ops):
                print(render_python_code(operations, migration_context=migration, **keywords))
        except Exception as error:
            print(type(error).__name__, str(error))
    if heard:
        print(*sorted(map(str, heard)), sep="\n")
        heard.clear()
