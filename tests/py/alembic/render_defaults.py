"""Everything that may stand for a server default, in new columns and in altered ones."""

from _render import *

DEFAULTS = r"""
"x"
"it's"
"'quoted'"
""
"5"
text("now()")
text("'x'")
text("'it''s'")
text("a = :b")
text("a = \\\\:b")
func.now()
func.current_timestamp()
func.gen_random_uuid()
func.timezone("utc", func.now())
func.coalesce(1, "a")
func.my_schema.f(1)
sa.true()
sa.false()
sa.null()
expression.true()
literal(5)
literal("x")
literal(5.5)
literal(True)
literal_column("1+1")
literal_column("'a'")
cast("x", String(5))
cast(1, Integer) + 2
FetchedValue()
Sequence("sq").next_value()
Sequence("sq", schema="s").next_value()
text("nextval('x')")
"{}"
text("'{}'::jsonb")
"multi\\nline"
"tab\\t"
"back\\\\slash"
"é ü 漢"
text("multi\\nline")
func.now() + text("interval '1 day'")
extract("year", func.now())
case((literal(1) == 1, 5), else_=6)
DefaultClause("z")
DefaultClause(text("z"))
DefaultClause("z", for_update=True)
Computed("a + 1")
Computed("a + 1", persisted=True)
Computed(text("a + 1"))
Computed(func.lower(column("a")))
Computed(column("a") + 5)
Identity()
Identity(always=True)
Identity(start=5)
Identity(always=False, on_null=True, start=1, increment=2, minvalue=3, maxvalue=4, nominvalue=True, nomaxvalue=True, cycle=True, cache=6, order=True)
Identity(nominvalue=False)
Identity(start=1, cycle=False)
Color.red.name
func.now().op("AT TIME ZONE")("utc")
bindparam("x", 5)
bindparam("x", "y")
""".strip().splitlines()


def column_with(value):
    if isinstance(value, (Computed, Identity)):
        made = Column("c", Integer, value)
    else:
        made = Column("c", String, server_default=value)
    Table("t", MetaData(), made)
    return made


def altered(value):
    column = column_with(value)
    return ops.AlterColumnOp("t", "c", existing_type=column.type, modify_nullable=False,
                             existing_server_default=column.server_default)


for dialect in ("postgresql", "sqlite"):
    print("#", dialect)
    for source in DEFAULTS:
        print(source, "=>")
        print("   ", said(lambda: render.render_op_text(context(dialect), ops.AddColumnOp("t", column_with(eval(source))))))
        print("   ", said(lambda: render.render_op_text(context(dialect), altered(eval(source)))))
