# SQL as text: str(), compile(), @compiles functions, and types of one's own.
import sqlalchemy as sa
from sqlalchemy import *
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateTable, CreateIndex, DropTable
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.expression import FunctionElement, Executable, ClauseElement
from sqlalchemy.types import UserDefinedType, TypeDecorator
m = MetaData()
t = Table("t", m, Column("id", Integer, primary_key=True), Column("n", String(50), index=True))
s = select(t).where(t.c.n == "x")
print(s)
print(s.compile(dialect=postgresql.dialect()))
print(s.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))
c = s.compile()
print(c.params)
print(str(text("select :a")))
print(CreateTable(t))
print(CreateTable(t).compile(dialect=postgresql.dialect()))
print(String(50), Numeric(10, 2), postgresql.JSONB(), DateTime(timezone=True), Integer(), Enum("a","b",name="e"))
print(f"{String(20)}", String(5).compile(dialect=postgresql.dialect()))
class utcnow(FunctionElement):
    type = DateTime()
    inherit_cache = True
@compiles(utcnow, "postgresql")
def pg_utcnow(element, compiler, **kw):
    return "TIMEZONE('utc', CURRENT_TIMESTAMP)"
@compiles(utcnow)
def _utcnow(element, compiler, **kw):
    return "CURRENT_TIMESTAMP"
print(select(utcnow()).compile(dialect=postgresql.dialect()))
print(select(utcnow()))
@compiles(DropTable, "postgresql")
def _cascade(element, compiler, **kw):
    return compiler.visit_drop_table(element) + " CASCADE"
print(DropTable(t).compile(dialect=postgresql.dialect()))
print(DropTable(t).compile(dialect=sqlite.dialect()))
class CreateView(Executable, ClauseElement):
    inherit_cache = True
    def __init__(self, name, sel):
        self.name = name
        self.sel = sel
@compiles(CreateView)
def _cv(element, compiler, **kw):
    return "CREATE VIEW %s AS %s" % (compiler.preparer.quote(element.name), compiler.sql_compiler.process(element.sel, literal_binds=True))
print(CreateView("v", s))
e = create_engine("sqlite://")
m.create_all(e)
with e.begin() as c:
    c.execute(CreateView("v", s))
    print(inspect(c).get_view_names(), inspect(c).get_view_definition("v"))
class Geo(UserDefinedType):
    cache_ok = True
    def get_col_spec(self, **kw):
        return "GEOMETRY"
print(Geo(), CreateTable(Table("g", m, Column("a", Geo))))
class JT(TypeDecorator):
    impl = Text
    cache_ok = True
    def process_bind_param(self, value, dialect):
        return None if value is None else value.upper()
    def process_result_value(self, value, dialect):
        return value and value + "!"
g = Table("g2", m, Column("a", JT), Column("b", JSON), Column("u", Uuid), Column("n", Numeric(8,2)), Column("bo", Boolean), Column("dd", Date), Column("iv", Interval))
g.create(e)
import uuid, datetime, decimal
with e.begin() as c:
    c.execute(g.insert().values(a="abc", b={"x": [1]}, u=uuid.UUID(int=7), n=decimal.Decimal("1.25"), bo=True, dd=datetime.date(2020,1,1), iv=datetime.timedelta(days=2)))
    print(c.execute(select(g)).one())
    print(c.execute(text("select * from g2")).one())
    try:
        c.execute(g.insert(), {"bo": "yes"})
    except exc.StatementError as ex:
        print(ex)
    try:
        c.execute(g.insert(), [{"a": "1"}, {"a": "2"}, {"b": 3}])
    except exc.StatementError as ex:
        print(ex)
