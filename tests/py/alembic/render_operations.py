"""Every operation with every option: its text, in batch mode and with other prefixes; its reverse, its diff tuple."""

from _render import *

OPERATIONS = r"""
ops.AddColumnOp("t", Column("c", Integer))
ops.AddColumnOp("t", Column("c", Integer), schema="s")
ops.AddColumnOp("t", Column("c", Integer), if_not_exists=True)
ops.AddColumnOp("t", Column("c", Integer), if_not_exists=False)
ops.AddColumnOp("t", Column("c", Integer, ForeignKey("x.y"), unique=True, index=True))
ops.AddColumnOp("t", Column("c", Integer, Sequence("q")))
ops.AddColumnOp("t", Column("c", Integer, default=5, onupdate=6, server_onupdate="7", key="kk", doc="d", info={1:2}, quote=True))
ops.DropColumnOp("t", "c")
ops.DropColumnOp("t", "c", schema="s", if_exists=True)
ops.DropColumnOp("t", "c", if_exists=False)
ops.DropColumnOp("t", "c", mssql_drop_check=True)
ops.CreateTableOp("t", [Column("a", Integer)], if_not_exists=True)
ops.CreateTableOp("t", [Column("a", Integer)], if_not_exists=False)
ops.CreateTableOp("t", [Column("a", Integer), CheckConstraint("a>1")], schema="s", comment="c", info={"a":1}, prefixes=["P"], postgresql_x="y", b_c=1)
ops.DropTableOp("t")
ops.DropTableOp("t", schema="s", if_exists=True)
ops.DropTableOp("t", if_exists=False)
ops.CreateIndexOp("i", "t", ["a"], if_not_exists=False, unique=True, schema="s")
ops.CreateIndexOp(None, "t", ["a"])
ops.CreateIndexOp("i", "t", [func.lower(column("x")), "b"], postgresql_where=text("x"))
ops.DropIndexOp("i", "t")
ops.DropIndexOp("i", "t", schema="s", if_exists=True)
ops.DropIndexOp("i", "t", if_exists=False)
ops.DropIndexOp("i")
ops.DropIndexOp(conv("i"), "t", postgresql_concurrently=True)
ops.DropIndexOp(None, "t")
ops.CreateUniqueConstraintOp("u", "t", ["a","b"])
ops.CreateUniqueConstraintOp("u", "t", ["a","b"], schema="s", deferrable=True, initially="DEFERRED")
ops.CreateUniqueConstraintOp(None, "t", ["a"])
ops.CreateUniqueConstraintOp(conv("u"), "t", ["a"], postgresql_nulls_not_distinct=True)
ops.CreateForeignKeyOp("f", "t", "p", ["a"], ["b"])
ops.CreateForeignKeyOp("f", "t", "p", ["a"], ["b"], source_schema="s", referent_schema="r", onupdate="CASCADE", ondelete="SET NULL", deferrable=True, initially="DEFERRED", match="FULL", use_alter=True)
ops.CreateForeignKeyOp(None, "t", "p", ["a","c"], ["b","d"], deferrable=False)
ops.CreateForeignKeyOp("f", "t", "p", ["a"], ["b"], postgresql_not_valid=True)
ops.CreateForeignKeyOp(conv("f"), "t", "p", ["a"], ["b"])
ops.CreateCheckConstraintOp("c", "t", "a > 5")
ops.CreateCheckConstraintOp("c", "t", text("a > 5"), schema="s")
ops.CreateCheckConstraintOp(None, "t", column("a") > 5)
ops.DropConstraintOp("c", "t")
ops.DropConstraintOp("c", "t", type_="foreignkey", schema="s", if_exists=True)
ops.DropConstraintOp("c", "t", type_="unique", if_exists=False)
ops.DropConstraintOp(None, "t", type_="check")
ops.DropConstraintOp(conv("c"), "t", type_="primary")
ops.DropConstraintOp("c", "t", type_="")
ops.CreateTableCommentOp("t", "it's")
ops.CreateTableCommentOp("t", "new", schema="s", existing_comment="old")
ops.CreateTableCommentOp("t", None)
ops.DropTableCommentOp("t")
ops.DropTableCommentOp("t", schema="s", existing_comment="o\"'x")
ops.AlterColumnOp("t", "c")
ops.AlterColumnOp("t", "c", existing_type=Integer(), existing_nullable=False, modify_comment=None)
ops.AlterColumnOp("t", "c", existing_type=Integer(), existing_server_default="5", modify_type=BigInteger())
ops.AlterColumnOp("t", "c", existing_type=Integer(), existing_server_default=DefaultClause(text("now()")), modify_type=BigInteger(), existing_nullable=True)
ops.AlterColumnOp("t", "c", modify_server_default="5")
ops.AlterColumnOp("t", "c", modify_nullable=True, existing_nullable=False)
ops.AlterColumnOp("t", "c", modify_type=Enum("a","b",name="e"), existing_type=Enum("a",name="e"))
ops.AlterColumnOp("t", "c", modify_type=JSON().with_variant(JSONB(),"postgresql"))
ops.ExecuteSQLOp("select 'a'")
ops.ExecuteSQLOp(text("select 1"))
ops.ExecuteSQLOp("line1\nline2")
ops.BulkInsertOp(table("t", column("a")), [{"a": 1}])
ops.ModifyTableOps("t", [])
ops.ModifyTableOps("t", [ops.DropColumnOp("t", "c"), ops.ExecuteSQLOp("x"), ops.CreateTableCommentOp("t", "c"), ops.DropTableCommentOp("t")], schema="s")
CreateExcludeConstraintOp("e", "t", [("a", "=")], using="gist", where=text("a > 1"), deferrable=True)
CreateExcludeConstraintOp(conv("e"), "t", [(column("a"), "=")])
""".strip().splitlines()

VARIANTS = [
    {}, {"render_as_batch": True}, {"alembic_module_prefix": "o.", "sqlalchemy_module_prefix": "s."},
    {"alembic_module_prefix": "", "sqlalchemy_module_prefix": ""},
    {"alembic_module_prefix": None, "sqlalchemy_module_prefix": None}]


def made(source, options):
    operation = eval(source)
    if options.get("render_as_batch") and not isinstance(operation, ops.OpContainer):
        return ops.ModifyTableOps("t", [operation])
    return operation


for options in VARIANTS:
    print("#", options)
    for source in OPERATIONS:
        print(source, said(lambda: render.render_op_text(context("postgresql", **options), made(source, options))), sep="\n")
for source in OPERATIONS:
    print(source, said(lambda: render.render_op_text(context("postgresql"), eval(source).reverse())),
          said(lambda: eval(source).to_diff_tuple()), sep="\n")
