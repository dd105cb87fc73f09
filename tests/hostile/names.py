"""Hostile texts on every parameter of every operation and schema object, on a real database.

Each text either becomes exactly that name (or literal), or a clear error; it is never read as SQL. A case is a row of
CASES: the parameter, what the text should become, and a script. Every parameter that inspect.signature() shows needs a
case, or a row of SAFE that says why it needs none; so do the dialects' options.

    DATABASE_URL=sqlite:///empty.db retort run names.py           some of the texts
    HOSTILE=all DATABASE_URL=... retort run names.py              all of them
"""
import inspect
import os
import sys

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import AddConstraint, CreateSchema, CreateSequence, DropConstraint, DropSchema, Sequence
from alembic.migration import MigrationContext
from alembic.operations import BatchOperations, Operations

TEXTS = [
    'x"; DROP TABLE canary; --', "x'; DROP TABLE canary; --", "a\\b", "%(x)s :x", "a\nb", "a\x00b", "ü" * 40, "SELECT",
]
if os.environ.get("HOSTILE") == "all":
    TEXTS += [
        'a"b', "a'b", "x); DROP TABLE canary; --", ":x", "%s", "%(x)s", "a\tb", "a\x01b", "😀", "b" * 64, "", " ", "a.b",
        '"', "'", '""', "''", "\\", "\\'", "%", "%%", "a%b", "$$", "$1", "?", "--", "/*", "*/", ";", "a;b", "(", ")", "a,b",
        "a b ", "1", "{x}", "\x7f", "\u202e", "\ufeff", "é", "e\u0301", "\U0010ffff", "null", "default", "Mixed", "c" * 63,
        "d" * 300, "E'\\x'", "U&\"x\"", "x\r\ny", "`x`", "[x]", "x' || (SELECT 1) || '", "current_user", "\\:x", "::x",
    ]

I = sa.Integer


def table(x, *items, **kw):
    return sa.Table(x, sa.MetaData(), sa.Column("a", I()), *items, **kw)


# (parameter, what the text becomes, script); "both", or the dialect it is for
CASES = []


def case(name, kind, script, dialect="both"):
    CASES.append((name, kind, script, dialect))


def pg(name, kind, script):
    case(name, kind, script, "postgresql")


def lite(name, kind, script):
    case(name, kind, script, "sqlite")


# --- op.* ---
case("create_table.table_name", "table", lambda op, x: op.create_table(x, sa.Column("h_a", I())))
case("create_table.columns", "column", lambda op, x: op.create_table("h_t", sa.Column(x, I())))
case("create_table.columns", "index", lambda op, x: op.create_table("h_t", sa.Column("h_a", I()), sa.Index(x, "h_a")))
case("create_table.columns", "constraint",
     lambda op, x: op.create_table("h_t", sa.Column("h_a", I()), sa.UniqueConstraint("h_a", name=x)))
case("create_table.kw", "phrase", lambda op, x: op.create_table("h_t", sa.Column("h_a", I()), schema=x))
case("create_table.kw", "comment", lambda op, x: op.create_table("h_t", sa.Column("h_a", I()), comment=x))
case("drop_table.table_name", "phrase", lambda op, x: op.drop_table(x))
case("drop_table.table_name", "phrase", lambda op, x: op.drop_table(x, if_exists=True))
case("drop_table.schema", "phrase", lambda op, x: op.drop_table("h_t", schema=x))
case("rename_table.old_table_name", "phrase", lambda op, x: op.rename_table(x, "h_u"))
case("rename_table.new_table_name", "table", lambda op, x: op.rename_table("h_old", x))
case("rename_table.schema", "phrase", lambda op, x: op.rename_table("h_old", "h_u", schema=x))
case("add_column.table_name", "phrase", lambda op, x: op.add_column(x, sa.Column("h_a", I())))
case("add_column.column", "column", lambda op, x: op.add_column("h_old", sa.Column(x, I())))
case("add_column.column", "column", lambda op, x: op.add_column("h_old", sa.Column(x, I(), index=True)))
case("add_column.column", "column",
     lambda op, x: op.add_column("h_old", sa.Column(x, I(), sa.ForeignKey("h_old.h_id")), inline_references=True))
case("add_column.schema", "phrase", lambda op, x: op.add_column("h_old", sa.Column("h_a", I()), schema=x))
case("drop_column.table_name", "phrase", lambda op, x: op.drop_column(x, "h_a"))
case("drop_column.column_name", "phrase", lambda op, x: op.drop_column("h_old", x))
case("drop_column.schema", "phrase", lambda op, x: op.drop_column("h_old", "h_n", schema=x))
for key, value in {"nullable": False, "comment": "c", "server_default": "5", "new_column_name": "h_z",
                   "type_": sa.String()}.items():
    pg("alter_column.table_name", "phrase", lambda op, x, k=key, v=value: op.alter_column(x, "h_n", **{k: v}))
    pg("alter_column.column_name", "phrase", lambda op, x, k=key, v=value: op.alter_column("h_old", x, **{k: v}))
    pg("alter_column.schema", "phrase",
       lambda op, x, k=key, v=value: op.alter_column("h_old", "h_n", schema=x, **{k: v}))
pg("alter_column.comment", "comment", lambda op, x: op.alter_column("h_old", "h_n", comment=x))
pg("alter_column.server_default", "default", lambda op, x: op.alter_column("h_old", "h_s", server_default=x))
case("alter_column.new_column_name", "column", lambda op, x: op.alter_column("h_old", "h_n", new_column_name=x))
pg("alter_column.type_", "phrase", lambda op, x: op.alter_column("h_old", "h_s", type_=sa.Enum("a", name=x)))
case("create_index.index_name", "index", lambda op, x: op.create_index(x, "h_old", ["h_n"]))
case("create_index.table_name", "phrase", lambda op, x: op.create_index("h_i", x, ["h_n"]))
case("create_index.columns", "phrase", lambda op, x: op.create_index("h_i", "h_old", [x]))
case("create_index.columns", "phrase", lambda op, x: op.create_index("h_i", "h_old", [sa.func.lower(sa.column(x))]))
case("create_index.columns", "phrase", lambda op, x: op.create_index("h_i", "h_old", [sa.column("h_s").collate(x)]))
case("create_index.schema", "phrase", lambda op, x: op.create_index("h_i", "h_old", ["h_n"], schema=x))
case("drop_index.index_name", "phrase", lambda op, x: op.drop_index(x))
case("drop_index.table_name", "dropped", lambda op, x: op.drop_index("h_old_i", x))
case("drop_index.schema", "phrase", lambda op, x: op.drop_index("h_old_i", "h_old", schema=x))
pg("create_primary_key.constraint_name", "constraint", lambda op, x: op.create_primary_key(x, "h_plain", ["h_b"]))
pg("create_primary_key.table_name", "phrase", lambda op, x: op.create_primary_key("h_k", x, ["h_b"]))
pg("create_primary_key.columns", "phrase", lambda op, x: op.create_primary_key("h_k", "h_plain", [x]))
pg("create_primary_key.schema", "phrase", lambda op, x: op.create_primary_key("h_k", "h_plain", ["h_b"], schema=x))
pg("create_unique_constraint.constraint_name", "constraint",
   lambda op, x: op.create_unique_constraint(x, "h_old", ["h_n"]))
pg("create_unique_constraint.table_name", "phrase", lambda op, x: op.create_unique_constraint("h_k", x, ["h_n"]))
pg("create_unique_constraint.columns", "phrase", lambda op, x: op.create_unique_constraint("h_k", "h_old", [x]))
pg("create_unique_constraint.schema", "phrase",
   lambda op, x: op.create_unique_constraint("h_k", "h_old", ["h_n"], schema=x))
pg("create_unique_constraint.kw", "phrase",
   lambda op, x: op.create_unique_constraint("h_k", "h_old", ["h_n"], deferrable=True, initially=x))
pg("create_check_constraint.constraint_name", "constraint",
   lambda op, x: op.create_check_constraint(x, "h_old", "h_n > 0"))
pg("create_check_constraint.table_name", "phrase", lambda op, x: op.create_check_constraint("h_k", x, "h_n > 0"))
pg("create_check_constraint.condition", "phrase",
   lambda op, x: op.create_check_constraint("h_k", "h_old", sa.column("h_s") != x))
pg("create_check_constraint.schema", "phrase",
   lambda op, x: op.create_check_constraint("h_k", "h_old", "h_n > 0", schema=x))
fk = {"constraint_name": "h_k", "source_table": "h_old", "referent_table": "h_old", "local_cols": ["h_n"],
      "remote_cols": ["h_id"]}
pg("create_foreign_key.constraint_name", "constraint",
   lambda op, x: op.create_foreign_key(**{**fk, "constraint_name": x}))
pg("create_foreign_key.source_table", "phrase", lambda op, x: op.create_foreign_key(**{**fk, "source_table": x}))
pg("create_foreign_key.referent_table", "phrase", lambda op, x: op.create_foreign_key(**{**fk, "referent_table": x}))
pg("create_foreign_key.local_cols", "phrase", lambda op, x: op.create_foreign_key(**{**fk, "local_cols": [x]}))
pg("create_foreign_key.remote_cols", "phrase", lambda op, x: op.create_foreign_key(**{**fk, "remote_cols": [x]}))
for word in ("onupdate", "ondelete", "initially", "match", "source_schema", "referent_schema"):
    pg("create_foreign_key." + word, "phrase", lambda op, x, w=word: op.create_foreign_key(**fk, **{w: x}))
pg("create_foreign_key.ondelete", "phrase", lambda op, x: op.create_foreign_key(**fk, ondelete="SET NULL (" + x + ")"))
pg("create_exclude_constraint.constraint_name", "constraint",
   lambda op, x: op.create_exclude_constraint(x, "h_old", ("h_r", "&&"), using="gist"))
pg("create_exclude_constraint.table_name", "phrase",
   lambda op, x: op.create_exclude_constraint("h_k", x, ("h_r", "&&"), using="gist"))
pg("create_exclude_constraint.elements", "phrase",
   lambda op, x: op.create_exclude_constraint("h_k", "h_old", (x, "&&"), using="gist"))
pg("create_exclude_constraint.elements", "phrase",
   lambda op, x: op.create_exclude_constraint("h_k", "h_old", ("h_r", x), using="gist"))
for word in ("using", "schema", "initially"):
    pg("create_exclude_constraint.kw", "phrase",
       lambda op, x, w=word: op.create_exclude_constraint("h_k", "h_old", ("h_r", "&&"), **{w: x}))
pg("create_exclude_constraint.kw", "phrase",
   lambda op, x: op.create_exclude_constraint("h_k", "h_old", ("h_r", "&&"), using="gist", ops={"h_r": x}))
pg("drop_constraint.constraint_name", "phrase", lambda op, x: op.drop_constraint(x, "h_old"))
pg("drop_constraint.table_name", "phrase", lambda op, x: op.drop_constraint("h_old_k", x))
pg("drop_constraint.type_", "phrase", lambda op, x: op.drop_constraint("h_old_k", "h_old", type_=x))
pg("drop_constraint.schema", "phrase", lambda op, x: op.drop_constraint("h_old_k", "h_old", schema=x))
pg("create_table_comment.table_name", "phrase", lambda op, x: op.create_table_comment(x, "c"))
pg("create_table_comment.comment", "comment", lambda op, x: op.create_table_comment("h_old", x))
pg("create_table_comment.schema", "phrase", lambda op, x: op.create_table_comment("h_old", "c", schema=x))
pg("drop_table_comment.table_name", "phrase", lambda op, x: op.drop_table_comment(x))
pg("drop_table_comment.schema", "phrase", lambda op, x: op.drop_table_comment("h_old", schema=x))
case("bulk_insert.table", "phrase", lambda op, x: op.bulk_insert(sa.table(x, sa.column("a")), [{"a": 1}]))
case("bulk_insert.table", "phrase", lambda op, x: op.bulk_insert(sa.table("h_old", sa.column(x)), [{x: 1}]))
case("bulk_insert.rows", "row",
     lambda op, x: op.bulk_insert(sa.table("h_old", sa.column("h_s", sa.String())), [{"h_s": x}]))
case("inline_literal.value", "row", lambda op, x: op.execute(
    sa.table("h_old", sa.column("h_s", sa.String())).insert().values(h_s=op.inline_literal(x))))
case("execute.sqltext", "row", lambda op, x: op.execute(
    sa.table("h_old", sa.column("h_s", sa.String())).insert().values(h_s=x)))
case("execute.sqltext", "row", lambda op, x: op.execute(
    sa.text("INSERT INTO h_old (h_s) VALUES (:v)").bindparams(v=x)))
case("execute.sqltext", "row", lambda op, x: op.get_bind().execute(
    sa.text("INSERT INTO h_old (h_s) VALUES (:v)"), {"v": x}))
case("batch_alter_table.table_name", "phrase", lambda op, x: batch(op, x))
case("batch_alter_table.schema", "phrase", lambda op, x: batch(op, "h_old", schema=x))
case("batch_alter_table.recreate", "phrase", lambda op, x: batch(op, "h_old", recreate=x))

# the directives of a batch block: ALTER on PostgreSQL, a copy on SQLite
def in_batch(name, kind, change, dialect="both", **kw):
    case("batch_op." + name, kind, lambda op, x: batch(op, "h_old", lambda b: change(b, x), **kw), dialect)


in_batch("add_column.column", "column", lambda b, x: b.add_column(sa.Column(x, I())))
in_batch("add_column.insert_before", "phrase", lambda b, x: b.add_column(sa.Column("h_z", I()), insert_before=x), recreate="always")
in_batch("add_column.insert_after", "phrase", lambda b, x: b.add_column(sa.Column("h_z", I()), insert_after=x), recreate="always")
in_batch("alter_column.column_name", "phrase", lambda b, x: b.alter_column(x, nullable=False, existing_type=I()))
in_batch("alter_column.comment", "comment", lambda b, x: b.alter_column("h_n", comment=x, existing_type=I()))
in_batch("alter_column.server_default", "default", lambda b, x: b.alter_column("h_s", server_default=x, existing_type=sa.String()))
in_batch("alter_column.new_column_name", "column", lambda b, x: b.alter_column("h_n", new_column_name=x, existing_type=I()))
in_batch("alter_column.type_", "phrase", lambda b, x: b.alter_column("h_s", type_=sa.String(9, collation=x), existing_type=sa.String()))
in_batch("alter_column.insert_before", "phrase", lambda b, x: b.alter_column("h_n", insert_before=x), recreate="always")
in_batch("alter_column.insert_after", "phrase", lambda b, x: b.alter_column("h_n", insert_after=x), recreate="always")
in_batch("drop_column.column_name", "phrase", lambda b, x: b.drop_column(x))
in_batch("create_check_constraint.constraint_name", "constraint", lambda b, x: b.create_check_constraint(x, sa.column("h_n") > 0))
in_batch("create_check_constraint.condition", "phrase", lambda b, x: b.create_check_constraint("h_k", sa.column("h_s") != x))
in_batch("create_exclude_constraint.constraint_name", "constraint", lambda b, x: b.create_exclude_constraint(x, (sa.column("h_r"), "&&"), using="gist"), "postgresql")
in_batch("create_exclude_constraint.elements", "phrase", lambda b, x: b.create_exclude_constraint("h_k", (sa.column(x), "&&"), using="gist"), "postgresql")
in_batch("create_exclude_constraint.elements", "phrase", lambda b, x: b.create_exclude_constraint("h_k", (sa.column("h_r"), x), using="gist"), "postgresql")
in_batch("create_exclude_constraint.kw", "phrase", lambda b, x: b.create_exclude_constraint("h_k", (sa.column("h_r"), "&&"), using=x), "postgresql")
in_batch("create_foreign_key.constraint_name", "constraint", lambda b, x: b.create_foreign_key(x, "h_old", ["h_n"], ["h_id"]))
in_batch("create_foreign_key.referent_table", "phrase", lambda b, x: b.create_foreign_key("h_k", x, ["h_n"], ["h_id"]))
in_batch("create_foreign_key.local_cols", "phrase", lambda b, x: b.create_foreign_key("h_k", "h_old", [x], ["h_id"]))
in_batch("create_foreign_key.remote_cols", "phrase", lambda b, x: b.create_foreign_key("h_k", "h_old", ["h_n"], [x]))
for word in ("onupdate", "ondelete", "initially", "match", "referent_schema"):
    in_batch("create_foreign_key." + word, "phrase",
             lambda b, x, w=word: b.create_foreign_key("h_k", "h_old", ["h_n"], ["h_id"], **{w: x}))
in_batch("create_index.index_name", "index", lambda b, x: b.create_index(x, ["h_n"]))
in_batch("create_index.columns", "phrase", lambda b, x: b.create_index("h_i", [x]))
in_batch("create_index.kw", "phrase", lambda b, x: b.create_index("h_i", ["h_n"], postgresql_using=x), "postgresql")
in_batch("create_index.kw", "phrase", lambda b, x: b.create_index("h_i", ["h_n"], sqlite_where=sa.column("h_s") == x), "sqlite")
in_batch("create_primary_key.constraint_name", "phrase", lambda b, x: b.create_primary_key(x, ["h_n"]))
in_batch("create_primary_key.columns", "phrase", lambda b, x: b.create_primary_key("h_k", [x]))
in_batch("create_unique_constraint.constraint_name", "constraint", lambda b, x: b.create_unique_constraint(x, ["h_n"]))
in_batch("create_unique_constraint.columns", "phrase", lambda b, x: b.create_unique_constraint("h_k", [x]))
in_batch("create_unique_constraint.kw", "phrase", lambda b, x: b.create_unique_constraint("h_k", ["h_n"], initially=x))
in_batch("create_table_comment.comment", "comment", lambda b, x: b.create_table_comment(x))
in_batch("drop_constraint.constraint_name", "phrase", lambda b, x: b.drop_constraint(x))
in_batch("drop_constraint.type_", "phrase", lambda b, x: b.drop_constraint("h_old_k", type_=x))
in_batch("drop_index.index_name", "phrase", lambda b, x: b.drop_index(x))
in_batch("inline_literal.value", "row", lambda b, x: b.execute(sa.table("h_old", sa.column("h_id"), sa.column("h_s")).insert().values(h_id=77, h_s=b.inline_literal(x))))


def version_table(op, **opts):
    MigrationContext.configure(op.get_bind(), opts=opts)._ensure_version_table()


case("configure.version_table", "table", lambda op, x: version_table(op, version_table=x))
case("configure.version_table_schema", "phrase", lambda op, x: version_table(op, version_table_schema=x))
lite("batch.table", "phrase", lambda op, x: (op.create_table(x, sa.Column("h_a", I()), sa.Column("h_b", I())),
                                             batch(op, x, lambda b: b.drop_column("h_b"))))


def batch(op, name, change=lambda b: b.add_column(sa.Column("h_z", I())), **kw):
    with op.batch_alter_table(name, **kw) as b:
        change(b)


# --- schema objects, through op.create_table and DDL elements ---
def made(op, *items, **kw):
    op.create_table("h_t", sa.Column("h_a", I()), sa.Column("h_b", sa.String()), *items, **kw)


case("Column.items", "column", lambda op, x: made(op, sa.Column(x, I(), primary_key=True)))
case("Column.name", "column", lambda op, x: made(op, sa.Column(name=x, type_=I())))
case("Column.name", "column", lambda op, x: made(op, sa.Column(x, I(), unique=True), sa.CheckConstraint(sa.column(x) > 1)))
case("Column.key", "phrase", lambda op, x: made(op, sa.Column("h_c", I(), key=x), sa.Index("h_i", x)))
case("Column.server_default", "default",
     lambda op, x: op.add_column("h_old", sa.Column("h_d", sa.String(), server_default=x)))
pg("Column.comment", "comment", lambda op, x: made(op, sa.Column("h_c", I(), comment=x)))
pg("Column.comment", "comment", lambda op, x: op.add_column("h_old", sa.Column("h_c", I(), comment=x)))
case("ForeignKey.column", "phrase", lambda op, x: made(op, sa.Column("h_c", I(), sa.ForeignKey(x))))
case("ForeignKey.name", "constraint", lambda op, x: made(op, sa.Column("h_c", I(), sa.ForeignKey("h_old.h_id", name=x))))
for word in ("onupdate", "ondelete", "initially", "match"):
    case("ForeignKey." + word, "phrase",
         lambda op, x, w=word: made(op, sa.Column("h_c", I(), sa.ForeignKey("h_old.h_id", **{w: x}))))
    case("ForeignKeyConstraint." + word, "phrase",
         lambda op, x, w=word: made(op, sa.ForeignKeyConstraint(["h_a"], ["h_old.h_id"], **{w: x})))
case("ForeignKeyConstraint.columns", "phrase", lambda op, x: made(op, sa.ForeignKeyConstraint([x], ["h_old.h_id"])))
case("ForeignKeyConstraint.refcolumns", "phrase", lambda op, x: made(op, sa.ForeignKeyConstraint(["h_a"], [x])))
case("ForeignKeyConstraint.name", "constraint",
     lambda op, x: made(op, sa.ForeignKeyConstraint(["h_a"], ["h_old.h_id"], name=x)))
for cls in (sa.PrimaryKeyConstraint, sa.UniqueConstraint):
    n = cls.__name__
    case(n + ".columns", "phrase", lambda op, x, c=cls: made(op, c(x)))
    case(n + ".name", "constraint", lambda op, x, c=cls: made(op, c("h_a", name=x)))
    case(n + ".initially", "phrase", lambda op, x, c=cls: made(op, c("h_a", deferrable=True, initially=x)))
case("CheckConstraint.sqltext", "phrase", lambda op, x: made(op, sa.CheckConstraint(sa.column("h_b") == x)))
case("CheckConstraint.sqltext", "phrase", lambda op, x: made(op, sa.CheckConstraint(sa.column("h_b").in_([x, "y"]))))
case("CheckConstraint.sqltext", "phrase", lambda op, x: made(op, sa.CheckConstraint(sa.column("h_b").like(x))))
case("CheckConstraint.name", "constraint", lambda op, x: made(op, sa.CheckConstraint("h_a > 0", name=x)))
case("CheckConstraint.initially", "phrase",
     lambda op, x: made(op, sa.CheckConstraint("h_a > 0", deferrable=True, initially=x)))
case("Index.name", "index", lambda op, x: made(op, sa.Index(x, "h_a")))
case("Index.expressions", "phrase", lambda op, x: made(op, sa.Index("h_i", x)))
pg("ExcludeConstraint.name", "constraint",
   lambda op, x: made(op, sa.Column("h_r", postgresql.INT4RANGE()),
                      postgresql.ExcludeConstraint(("h_r", "&&"), name=x, using="gist")))
pg("ExcludeConstraint.elements", "phrase",
   lambda op, x: made(op, postgresql.ExcludeConstraint((x, "="), using="btree")))
for word in ("using", "initially"):
    pg("ExcludeConstraint." + word, "phrase",
       lambda op, x, w=word: made(op, postgresql.ExcludeConstraint(("h_a", "="), **{w: x})))
pg("ExcludeConstraint.ops", "phrase",
   lambda op, x: made(op, postgresql.ExcludeConstraint(("h_a", "="), using="btree", ops={"h_a": x})))
pg("Sequence.name", "sequence", lambda op, x: op.execute(CreateSequence(Sequence(x))))
pg("Sequence.schema", "phrase", lambda op, x: op.execute(CreateSequence(Sequence("h_q", schema=x))))
for word in ("start", "increment", "minvalue", "maxvalue", "cache"):
    pg("Sequence." + word, "phrase", lambda op, x, w=word: op.execute(CreateSequence(Sequence("h_q", **{w: x}))))
    pg("Identity." + word, "phrase", lambda op, x, w=word: made(op, sa.Column("h_c", I(), sa.Identity(**{w: x}))))
pg("CreateSchema.name", "schema", lambda op, x: op.execute(CreateSchema(x)))
pg("DropSchema.name", "phrase", lambda op, x: op.execute(DropSchema(x)))
pg("Enum.enums", "label", lambda op, x: made(op, sa.Column("h_c", sa.Enum(x, "h_other", name="h_e"))))
case("Enum.enums", "phrase", lambda op, x: made(op, sa.Column("h_c", sa.Enum(x, native_enum=False, create_constraint=True))))
pg("Enum.name", "type", lambda op, x: made(op, sa.Column("h_c", sa.Enum("h_l", name=x))))
pg("Enum.name", "type", lambda op, x: postgresql.ENUM("h_l", name=x).create(op.get_bind(), checkfirst=True))
case("Enum.name", "phrase",
     lambda op, x: made(op, sa.Column("h_c", sa.Enum("h_l", name=x, native_enum=False, create_constraint=True))))
pg("Enum.schema", "phrase", lambda op, x: made(op, sa.Column("h_c", sa.Enum("h_l", name="h_e", schema=x))))
case("Enum.length", "phrase", lambda op, x: made(op, sa.Column("h_c", sa.Enum("h_l", native_enum=False, length=x))))
pg("DOMAIN.name", "type", lambda op, x: made(op, sa.Column("h_c", postgresql.DOMAIN(x, I()))))
pg("DOMAIN.collation", "phrase",
   lambda op, x: made(op, sa.Column("h_c", postgresql.DOMAIN("h_d", sa.String(), collation=x))))
pg("DOMAIN.default", "phrase", lambda op, x: made(op, sa.Column("h_c", postgresql.DOMAIN("h_d", sa.String(), default=x))))
pg("DOMAIN.constraint_name", "constraint",
   lambda op, x: made(op, sa.Column("h_c", postgresql.DOMAIN("h_d", I(), constraint_name=x, check="VALUE > 0"))))
pg("DOMAIN.schema", "phrase", lambda op, x: made(op, sa.Column("h_c", postgresql.DOMAIN("h_d", I(), schema=x))))
case("String.length", "phrase", lambda op, x: made(op, sa.Column("h_c", sa.String(x))))
case("String.collation", "phrase", lambda op, x: made(op, sa.Column("h_c", sa.String(5, collation=x))))
case("Numeric.precision", "phrase", lambda op, x: made(op, sa.Column("h_c", sa.Numeric(x))))
case("Numeric.scale", "phrase", lambda op, x: made(op, sa.Column("h_c", sa.Numeric(5, x))))
case("Numeric.decimal_return_scale", "phrase",
     lambda op, x: made(op, sa.Column("h_c", sa.Numeric(5, 2, decimal_return_scale=x))))
case("Float.precision", "phrase", lambda op, x: made(op, sa.Column("h_c", sa.Float(x))))
case("LargeBinary.length", "phrase", lambda op, x: made(op, sa.Column("h_c", sa.VARBINARY(x))), "sqlite")
pg("INTERVAL.fields", "phrase", lambda op, x: made(op, sa.Column("h_c", postgresql.INTERVAL(fields=x))))
pg("INTERVAL.precision", "phrase", lambda op, x: made(op, sa.Column("h_c", postgresql.INTERVAL(precision=x))))
pg("TIMESTAMP.precision", "phrase", lambda op, x: made(op, sa.Column("h_c", postgresql.TIMESTAMP(precision=x))))
pg("BIT.length", "phrase", lambda op, x: made(op, sa.Column("h_c", postgresql.BIT(x))))
pg("ARRAY.dimensions", "phrase", lambda op, x: made(op, sa.Column("h_c", postgresql.ARRAY(I(), dimensions=x))))
pg("DropConstraint.element", "phrase",
   lambda op, x: op.execute(DropConstraint(sa.UniqueConstraint(table("h_old").c.a, name=x))))
pg("AddConstraint.element", "phrase",
   lambda op, x: op.execute(AddConstraint(sa.UniqueConstraint(table(x).c.a, name="h_u"))))

# --- options of the dialects ---
pg("postgresql Table.tablespace", "phrase", lambda op, x: made(op, postgresql_tablespace=x))
pg("postgresql Table.on_commit", "phrase", lambda op, x: made(op, postgresql_on_commit=x, prefixes=["TEMPORARY"]))
pg("postgresql Table.inherits", "phrase", lambda op, x: made(op, postgresql_inherits=x))
case("create_table.kw", "phrase", lambda op, x: made(op, prefixes=[x]))
pg("postgresql Table.using", "phrase", lambda op, x: made(op, postgresql_using=x))
for option in ("using", "tablespace"):
    pg("postgresql Index." + option, "phrase",
       lambda op, x, o=option: op.create_index("h_i", "h_old", ["h_n"], **{"postgresql_" + o: x}))
pg("postgresql Index.include", "phrase",
   lambda op, x: op.create_index("h_i", "h_old", ["h_n"], postgresql_include=[x]))
pg("postgresql Index.ops", "phrase", lambda op, x: op.create_index("h_i", "h_old", ["h_n"], postgresql_ops={"h_n": x}))
pg("postgresql Index.with", "phrase", lambda op, x: op.create_index("h_i", "h_old", ["h_n"], postgresql_with={x: 70}))
pg("postgresql Index.with", "phrase",
   lambda op, x: op.create_index("h_i", "h_old", ["h_n"], postgresql_with={"fillfactor": x}))
pg("postgresql Index.where", "phrase",
   lambda op, x: op.create_index("h_i", "h_old", ["h_n"], postgresql_where=sa.column("h_s") == x))
pg("postgresql UniqueConstraint.include", "phrase",
   lambda op, x: op.create_unique_constraint("h_k", "h_old", ["h_n"], postgresql_include=[x]))
pg("postgresql PrimaryKeyConstraint.include", "phrase",
   lambda op, x: op.create_primary_key("h_k", "h_plain", ["h_b"], postgresql_include=[x]))
lite("sqlite Index.where", "phrase",
     lambda op, x: op.create_index("h_i", "h_old", ["h_n"], sqlite_where=sa.column("h_s") == x))
for cls in (sa.PrimaryKeyConstraint, sa.UniqueConstraint):
    lite("sqlite %s.on_conflict" % cls.__name__, "phrase",
         lambda op, x, c=cls: made(op, c("h_a", sqlite_on_conflict=x)))
lite("sqlite CheckConstraint.on_conflict", "phrase",
     lambda op, x: made(op, sa.CheckConstraint("h_a > 0", sqlite_on_conflict=x)))
for option in ("on_conflict_not_null", "on_conflict_primary_key", "on_conflict_unique"):
    lite("sqlite Column." + option, "phrase", lambda op, x, o=option: made(
        op, sa.Column("h_c", I(), nullable=False, unique=True, primary_key=True, **{"sqlite_" + o: x})))

# --- parameters that need no case ---
SQL = "is SQL by contract: what the script writes there is what it wants run"
FLAG = "a truth value: only whether it is true counts"
OBJECT = "an object of a class that is tested on its own"
REST = "keywords that are tested one by one"
UNSEEN = "never reaches SQL"
SAFE = {}


def safe(reason, *names):
    for name in names:
        SAFE[name] = reason


safe(FLAG, "batch_op.add_column.if_not_exists", "batch_op.add_column.inline_references", "batch_op.add_column.inline_primary_key",
     "batch_op.alter_column.nullable", "batch_op.alter_column.existing_nullable", "batch_op.create_foreign_key.deferrable",
     "create_table.if_not_exists", "drop_table.if_exists", "add_column.if_not_exists", "add_column.inline_references",
     "add_column.inline_primary_key", "alter_column.nullable", "alter_column.existing_nullable", "create_index.unique",
     "create_index.if_not_exists", "drop_index.if_exists", "drop_constraint.if_exists", "bulk_insert.multiinsert",
     "create_foreign_key.deferrable", "Sequence.for_update", "Column.index", "Column.unique", "Column.nullable", "Column.primary_key", "Column.quote",
     "Column.system", "Column.autoincrement", "ForeignKey.deferrable", "ForeignKey.use_alter", "ForeignKey.link_to_name",
     "ForeignKeyConstraint.deferrable", "ForeignKeyConstraint.use_alter", "ForeignKeyConstraint.link_to_name",
     "PrimaryKeyConstraint.deferrable", "UniqueConstraint.deferrable", "CheckConstraint.deferrable", "Index.unique",
     "Index.quote", "ExcludeConstraint.deferrable", "Sequence.cycle", "Sequence.order", "Sequence.nominvalue",
     "Sequence.nomaxvalue", "Sequence.optional", "Sequence.quote", "Sequence.quote_schema", "Identity.always",
     "Identity.on_null", "Identity.cycle", "Identity.order", "Identity.nominvalue", "Identity.nomaxvalue",
     "Computed.persisted", "CreateSchema.if_not_exists", "CreateSchema.if_exists", "CreateSchema.cascade",
     "CreateSchema.quote", "DropSchema.if_not_exists", "DropSchema.if_exists", "DropSchema.cascade", "DropSchema.quote",
     "Enum.others", "Enum.create_constraint", "Enum.native_enum", "Enum.inherit_schema", "Enum.validate_strings", "Enum.omit_aliases",
     "Enum.create_type", "Enum.quote", "Enum.native", "Enum.checkfirst", "DOMAIN.not_null", "DOMAIN.create_type",
     "DOMAIN.inherit_schema", "DOMAIN.quote", "Numeric.asdecimal", "Float.asdecimal", "TIMESTAMP.timezone",
     "BIT.varying", "ARRAY.as_tuple", "ARRAY.zero_indexes", "batch_alter_table.partial_reordering",
     "postgresql Table.with_oids", "postgresql Table.ignore_search_path", "postgresql Index.concurrently",
     "postgresql Index.nulls_not_distinct", "postgresql UniqueConstraint.nulls_not_distinct",
     "postgresql ForeignKeyConstraint.not_valid", "postgresql ForeignKey.not_valid", "postgresql CheckConstraint.not_valid",
     "sqlite Table.autoincrement", "sqlite Table.with_rowid", "sqlite Table.strict")
safe(SQL, "batch_op.execute.sqltext", "Computed.sqltext", "DOMAIN.check", "ExcludeConstraint.where", "postgresql Table.partition_by",
     "create_exclude_constraint.where")
safe(OBJECT, "batch_op.alter_column.existing_type", "batch_op.alter_column.existing_server_default",
     "batch_op.inline_literal.type_", "alter_column.existing_type", "alter_column.existing_server_default", "Column.type_", "Sequence.data_type",
     "Sequence.metadata", "Enum.metadata", "DOMAIN.data_type", "DOMAIN.metadata", "ARRAY.item_type",
     "ForeignKeyConstraint.table", "CheckConstraint.table", "ForeignKey._constraint", "Enum.values_callable",
     "Enum.sort_key_function", "inline_literal.type_", "batch_alter_table.copy_from", "batch_alter_table.table_args",
     "batch_alter_table.table_kwargs", "batch_alter_table.reflect_args", "batch_alter_table.reflect_kwargs",
     "batch_alter_table.naming_convention", "Column.server_onupdate", "invoke.operation", "run_async.async_function",
     "run_async.args", "run_async.kw_args")
safe(REST, "batch_op.alter_column.kw", "batch_op.drop_column.kw", "batch_op.create_check_constraint.kw",
     "batch_op.create_foreign_key.dialect_kw", "batch_op.drop_index.kw", "drop_table.kw", "alter_column.kw", "create_index.kw", "drop_index.kw", "drop_column.kw",
     "create_primary_key.kw", "create_check_constraint.kw", "create_foreign_key.dialect_kw", "Column.options", "ForeignKey.options",
     "ForeignKeyConstraint.options", "PrimaryKeyConstraint.options", "UniqueConstraint.options", "CheckConstraint.options",
     "Index.options", "ExcludeConstraint.options", "Identity.options", "batch_alter_table.kw")
safe(UNSEEN, "batch_op.alter_column.existing_comment", "batch_op.create_table_comment.existing_comment",
     "batch_op.drop_table_comment.existing_comment", "batch_op.execute.execution_options", "alter_column.existing_comment", "create_table_comment.existing_comment", "drop_table_comment.existing_comment",
     "Column.default", "Column.insert_default", "Column.onupdate", "Column.doc", "Column.info", "Column._proxies",
     "ForeignKey.info", "ForeignKey.comment", "ForeignKey._unresolvable", "ForeignKeyConstraint.info",
     "ForeignKeyConstraint.comment", "PrimaryKeyConstraint.info", "PrimaryKeyConstraint.comment", "UniqueConstraint.info",
     "UniqueConstraint.comment", "PrimaryKeyConstraint._implicit_generated",
     "UniqueConstraint._implicit_generated", "CheckConstraint.info", "CheckConstraint.comment",
     "CheckConstraint._create_rule", "CheckConstraint._type_bound", "CheckConstraint._autoattach", "Index.info", "Index._table",
     "Index._column_flag", "ExcludeConstraint.info", "Sequence.info", "Enum._create_events", "Enum._adapted_from",
     "Enum._disable_warnings", "Enum.collation", "Float.decimal_return_scale", "execute.execution_options")

def directives(owner):
    return [name for name in dir(owner) if not name.startswith("_") and callable(getattr(owner, name))]


NOT_DIRECTIVES = {"context", "f", "get_bind", "get_context", "implementation_for", "register_operation", "run_async",
                  "invoke"}
CLASSES = [sa.Column, sa.ForeignKey, sa.ForeignKeyConstraint, sa.PrimaryKeyConstraint, sa.UniqueConstraint,
           sa.CheckConstraint, sa.Index, postgresql.ExcludeConstraint, sa.Sequence, sa.Identity, sa.Computed, CreateSchema,
           DropSchema, sa.Enum, postgresql.DOMAIN, sa.String, sa.Numeric, sa.Float, sa.LargeBinary, postgresql.INTERVAL,
           postgresql.TIMESTAMP, postgresql.BIT, postgresql.ARRAY]


def uncovered():
    covered = {name for name, kind, script, dialect in CASES} | set(SAFE)
    calls = [(d, getattr(Operations, d)) for d in directives(Operations) if d not in NOT_DIRECTIVES]
    calls += [("batch_op." + d, getattr(BatchOperations, d)) for d in directives(BatchOperations)
              if d not in NOT_DIRECTIVES and d != "batch_alter_table"]
    for owner, call in calls + [(c.__name__, c) for c in CLASSES]:
        for name in inspect.signature(call).parameters:
            if name != "self" and "%s.%s" % (owner, name) not in covered:
                yield "%s.%s" % (owner, name)
    for dialect in (postgresql, sqlite):
        for cls, options in dialect.dialect().construct_arguments or ():
            for option in options:
                name = "%s %s.%s" % (dialect.dialect().name, cls.__name__, option)
                if name not in covered:
                    yield name


# --- the database ---
PG_SCHEMA = """
CREATE TABLE canary (id integer PRIMARY KEY, secret text); INSERT INTO canary VALUES (1, 'alive');
CREATE TABLE h_old (h_id integer PRIMARY KEY, h_n integer, h_s text, h_r int4range, CONSTRAINT h_old_k UNIQUE (h_s));
CREATE TABLE h_plain (h_b integer); CREATE INDEX h_old_i ON h_old (h_n)"""
LITE_SCHEMA = """
CREATE TABLE canary (id integer PRIMARY KEY, secret text); INSERT INTO canary VALUES (1, 'alive');
CREATE TABLE h_old (h_id INTEGER PRIMARY KEY, h_n INTEGER, h_s VARCHAR); CREATE TABLE h_plain (h_b INTEGER);
CREATE INDEX h_old_i ON h_old (h_n)"""
PG_NAMES = """
SELECT CASE WHEN relkind = 'S' THEN 'sequence' WHEN relkind = 'i' THEN 'index' ELSE 'table' END, relname::text
  FROM pg_class WHERE oid >= 16384 AND relnamespace <> 'pg_toast'::regnamespace
UNION ALL SELECT 'column', attname::text FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
  WHERE attrelid >= 16384 AND attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'p')
UNION ALL SELECT 'constraint', conname::text FROM pg_constraint WHERE oid >= 16384
UNION ALL SELECT 'schema', nspname::text FROM pg_namespace WHERE oid >= 16384
UNION ALL SELECT 'type', typname::text FROM pg_type WHERE oid >= 16384 AND typtype IN ('e', 'd')
UNION ALL SELECT 'label', enumlabel::text FROM pg_enum
UNION ALL SELECT 'comment', description FROM pg_description WHERE objoid >= 16384
UNION ALL SELECT 'canary', secret FROM canary"""
LITE_NAMES = """
SELECT type, name FROM sqlite_master WHERE type IN ('table', 'index')
UNION ALL SELECT 'column', p.name FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table'
UNION ALL SELECT 'canary', secret FROM canary"""


def server_cut(x):
    return x.encode()[:63].decode(errors="ignore")


def expected_names(x, is_postgres):
    return {x, server_cut(x)} if is_postgres else {x}


def belongs(name, x):
    """Names of the script's own things, and those that the server derives from them."""
    start = name.lstrip("_")
    version_table = name == "version_num" or (name.endswith("_pkc") or name.startswith("sqlite_auto")) and x[:20] in name
    return version_table or name == x or start.startswith(("h_", "ix_h_")) or "h_" in start or start.startswith(
        ("pg_temp_", "pg_toast")) or start[:20] == x.lstrip("_")[:20]


def names_of(connection, is_postgres):
    return {tuple(row) for row in connection.exec_driver_sql(PG_NAMES if is_postgres else LITE_NAMES)}


def constraint_words(connection, x):
    quoted = 'CONSTRAINT "%s"' % x.replace('"', '""')
    rows = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE type = 'table'").scalars()
    return any(sql and (quoted in sql or "CONSTRAINT %s " % x in sql) for sql in rows)


def fulfilled(connection, kind, x, new, old, is_postgres):
    """Whether the text became what it should."""
    if kind in ("phrase", "dropped"):
        return True
    if kind == "comment" and (not is_postgres or x == ""):
        return True  # SQLite has none; an empty one is none
    if kind in ("default", "row"):
        if kind == "default":
            connection.exec_driver_sql("INSERT INTO h_old (h_id) VALUES (77)")
        rows = connection.exec_driver_sql("SELECT * FROM h_old WHERE h_id = 77" if kind == "default" else
                                          "SELECT h_s FROM h_old").all()
        return any(x in row for row in rows)
    if kind == "constraint" and not is_postgres:
        return constraint_words(connection, x)
    return any((kind, name) in new for name in expected_names(x, is_postgres))


# PostgreSQL's way to say that a name is empty
EMPTY = "zero-length delimited identifier"
# Alembic quotes the parts of a dotted schema one by one; SQLite takes no database.owner.table
DOTTED = 'near ".": syntax error'
SYNTAX = ("SyntaxError", "syntax error", "unrecognized token", "unterminated", "incomplete input")


def attempt(connection, kind, script, x, is_postgres):
    """None, or what went wrong."""
    before = names_of(connection, is_postgres)
    op = Operations(MigrationContext.configure(connection))
    try:
        script(op, x)
    except Exception as error:
        text = "%s: %s" % (type(getattr(error, "orig", error)).__name__, str(error).split("\n[SQL")[0].replace("\n", " "))
        is_read = any(word in text for word in SYNTAX) and not (
            "." in x and DOTTED in text) and EMPTY not in text
        return "the text was read as SQL: " + text if is_read else None
    after = names_of(connection, is_postgres)
    if ("canary", "alive") not in after or len([n for n in after if n[0] == "canary"]) != 1:
        return "the canary is dead"
    strange = [n for n in after - before if not belongs(n[1], x) and n[1] not in expected_names(x, is_postgres)]
    if strange:
        return "other things appeared: %r" % (strange[:4],)
    if not fulfilled(connection, kind, x, after - before, before, is_postgres):
        return "there is no %s of that name" % kind
    return None


def main():
    failures = ["%s has no case and no reason" % name for name in uncovered()]
    engine = sa.create_engine(os.environ["DATABASE_URL"], poolclass=sa.pool.NullPool)
    is_postgres = engine.dialect.name == "postgresql"
    count = 0
    with engine.connect() as connection:
        for statement in (PG_SCHEMA if is_postgres else LITE_SCHEMA).split(";"):
            connection.exec_driver_sql(statement)
        connection.commit()
        for name, kind, script, dialect in CASES:
            if dialect not in ("both", engine.dialect.name):
                continue
            for x in TEXTS:
                count += 1
                connection.exec_driver_sql("SAVEPOINT h")
                problem = attempt(connection, kind, script, x, is_postgres)
                connection.exec_driver_sql("ROLLBACK TO SAVEPOINT h")
                connection.exec_driver_sql("RELEASE SAVEPOINT h")
                if problem:
                    failures.append("%s = %r: %s" % (name, x, problem))
        connection.rollback()
        if connection.exec_driver_sql("SELECT secret FROM canary").scalar() != "alive":
            failures.append("the canary is dead")
    for failure in failures:
        print(failure)
    print("%d attempts" % count if os.environ.get("HOSTILE") else "hostile texts on", engine.dialect.name)
    sys.exit(1 if failures else 0)


main()
