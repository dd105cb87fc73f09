# compile.sh -- hints of statements and CREATE TABLE by way of @compiles(CreateColumn). Alembic plays it too.
scripted <<'PY'
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql as pg, sqlite
t=sa.table("t",sa.column("a",sa.Integer)); t2=sa.table("My T",sa.column("b",sa.Integer))

def compiled(statement, dialect):
    try:
        return str(statement.compile(dialect=dialect)) if dialect else str(statement)
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)

for d in (None,pg.dialect(),sqlite.dialect()):
    for statement in (sa.select(t.c.a).with_hint(t,"INDEX(%(name)s x)"), sa.select(t.c.a).with_hint(t,"USE %(name)s 100%"), sa.select(t2.c.b).with_hint(t2,"ONLY %(name)s","postgresql"), sa.select(t.c.a).with_hint(t,"no name","sqlite"),
              sa.select(t.c.a).with_statement_hint("FOR X"), sa.select(t.c.a).with_hint(t.alias("q"),"h %(name)s"), sa.select(t.alias("q").c.a).with_hint(t,"x"), t.update().values(a=1).with_hint("ONLY"), t.update().values(a=1).with_hint("ONLY %(name)s", selectable=t), t.insert().values(a=1).with_hint("H %(name)s"), t.delete().with_hint("ONLY %(name)s",dialect_name="postgresql"), sa.select(t.c.a,t2.c.b).join_from(t,t2,t.c.a==t2.c.b).with_hint(t2,"J %(name)s")):
        print(compiled(statement, d).replace("\n","|"))
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateColumn, CreateTable
print(str(CreateColumn(sa.Column("q",sa.Integer,sa.CheckConstraint("q>1",name="k"),nullable=False))))
@compiles(CreateColumn, "postgresql")
def special(element, compiler, **kw):
    column = element.element
    if not column.info.get("special"):
        return compiler.visit_create_column(element, **kw)
    return "%s SPECIAL %s" % (column.name, compiler.type_compiler.process(column.type))
T=sa.Table("T",sa.MetaData(),sa.Column("a",sa.Integer,primary_key=True),sa.Column("b",sa.String(5),info={"special":1}))
print(CreateTable(T).compile(dialect=pg.dialect())); print(CreateTable(T).compile(dialect=sqlite.dialect()))
sc=sa.Table("S",sa.MetaData(),sa.Column("a",sa.Integer),schema="Sc")
print(sa.select(sc.c.a).with_hint(sc,"x %(name)s"))
PY
