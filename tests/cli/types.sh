# types.sh -- every column type with its arguments: how it prints, how both dialects write it, which attributes it has and
# how it refuses what it does not take. Alembic plays it too.
scripted <<'PY'
import enum
import re
import sqlalchemy as sa
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite
from sqlalchemy.sql import quoted_name


class Color(enum.Enum):
    red = "r"
    green = "g"
    rouge = "r"


class Point(sa.types.UserDefinedType):
    def __init__(self, srid=0):
        self.srid = srid

    def get_col_spec(self, **kw):
        return "POINT(%d)" % self.srid


class Money(sa.TypeDecorator):
    impl = sa.Numeric
    cache_ok = True


ATTRIBUTES = """length collation precision scale decimal_return_scale asdecimal timezone as_uuid native_uuid dimensions as_tuple
    zero_indexes varying fields none_as_null name schema native_enum create_constraint create_type inherit_schema enums
    enum_class validate_strings hashable should_evaluate_none python_type item_type text_type display_width unsigned
    zerofill charset fsp second_precision day_precision""".split()


def attempt(make):
    try:
        return str(make())
    except Exception as error:
        text = re.sub(r"Compiler (<.*?>|for dialect '\w+') ", "", str(error)).replace("\n", " ")
        return "%s: %s" % (type(error).__name__, text)


def attributes(type_):
    found = []
    for name in ATTRIBUTES:
        try:
            found.append("%s=%r" % (name, getattr(type_, name)))
        except AttributeError:
            pass
        except NotImplementedError:
            found.append(name + "?")
    return " ".join(found)


def show(*types):
    for make in types:
        try:
            type_ = make()
        except Exception as error:
            print("-", type(error).__name__, error)
            continue
        print("%r | %s | %s | %s" % (type_, attempt(lambda: type_), attempt(lambda: type_.compile(dialect=postgresql.dialect())),
                                     attempt(lambda: type_.compile(dialect=sqlite.dialect()))))


print("== generic")
show(lambda: sa.String(), lambda: sa.String(5, "C"), lambda: sa.Text(0), lambda: sa.Unicode(3), lambda: sa.CHAR(collation="de"),
     lambda: sa.Numeric(), lambda: sa.Numeric(5), lambda: sa.Numeric(5, 0), lambda: sa.Numeric(scale=2),
     lambda: sa.Numeric(5, 2, 3, False), lambda: sa.Float(0), lambda: sa.Float(53, True, 4), lambda: sa.Double(24),
     lambda: sa.REAL(3), lambda: sa.DateTime(True), lambda: sa.TIMESTAMP(timezone=True), lambda: sa.Time(timezone=True),
     lambda: sa.Interval(), lambda: sa.Interval(True, 3, 4), lambda: sa.Interval(native=False), lambda: sa.LargeBinary(5),
     lambda: sa.BINARY(5), lambda: sa.Uuid(), lambda: sa.Uuid(False, False), lambda: sa.UUID(False), lambda: sa.JSON(True),
     lambda: sa.Boolean(True, "b"), lambda: sa.PickleType(), lambda: sa.PickleType(impl=sa.LargeBinary(5)), lambda: sa.types.NullType(),
     lambda: sa.ARRAY(sa.Integer, True, 2, True), lambda: Point(4), lambda: Money(5, 2), lambda: sa.types.UserDefinedType())
print("== enumerations")
show(lambda: sa.Enum("a", "b"), lambda: sa.Enum("a", "bb", name="e"), lambda: sa.Enum("a", name="e", length=5), lambda: sa.Enum("a", name="e", length=None),
     lambda: sa.Enum("a", name="e", length=0), lambda: sa.Enum("a", name="e", native_enum=False), lambda: sa.Enum(Color),
     lambda: sa.Enum(Color, name=None), lambda: sa.Enum(Color, omit_aliases=False), lambda: sa.Enum(Color, values_callable=lambda e: [m.value for m in e]),
     lambda: sa.Enum("a", name="e", schema="s", inherit_schema=True, create_constraint=True), lambda: sa.Enum("a", name="e", metadata=sa.MetaData(schema="m")),
     lambda: sa.Enum("a", name=quoted_name("e", True)), lambda: postgresql.ENUM("a", name="e", create_type=False),
     lambda: postgresql.ENUM(Color), lambda: postgresql.DOMAIN("d", sa.Integer, check="VALUE > 0", not_null=True), lambda: postgresql.DOMAIN("d"))
print("== PostgreSQL")
show(lambda: postgresql.BIT(), lambda: postgresql.BIT(0), lambda: postgresql.BIT(3, True), lambda: postgresql.BIT(varying=True),
     lambda: postgresql.TIMESTAMP(True, 3), lambda: postgresql.TIME(precision=0), lambda: postgresql.INTERVAL(3, "DAY TO SECOND"),
     lambda: postgresql.JSON(True), lambda: postgresql.JSONB(astext_type=sa.String(5)), lambda: postgresql.HSTORE(sa.String(3)),
     lambda: postgresql.ARRAY(sa.String(5, "C"), dimensions=2), lambda: postgresql.ARRAY(postgresql.ARRAY(sa.Integer)), lambda: postgresql.CITEXT(),
     lambda: postgresql.INT4RANGE(), lambda: postgresql.TSTZMULTIRANGE(), lambda: postgresql.MACADDR8(), lambda: postgresql.BYTEA(4),
     lambda: sqlite.DATE(storage_format="%(year)04d"), lambda: sqlite.DATETIME(truncate_microseconds=True), lambda: sqlite.JSON())
print("== other databases")
show(lambda: mysql.INTEGER(4, unsigned=True), lambda: mysql.DOUBLE(5), lambda: mysql.DOUBLE(5, 2), lambda: mysql.FLOAT(5), lambda: mysql.SET("a", "b", charset="x", retrieve_as_bitwise=True),
     lambda: mysql.VARCHAR(5, charset="utf8", national=True), lambda: mysql.DATETIME(fsp=3), lambda: mysql.TINYINT(1),
     lambda: mysql.ENUM("a", "bb", strict=True, name="e").length, lambda: mssql.DATETIME2(3, timezone=True), lambda: mssql.VARBINARY("max", True),
     lambda: mssql.VARBINARY(5, True), lambda: mssql.REAL(precision=3), lambda: mssql.DOUBLE_PRECISION(), lambda: oracle.NUMBER(5, 2), lambda: oracle.FLOAT(5),
     lambda: oracle.TIMESTAMP(True, True), lambda: oracle.VECTOR(3))
print("== refused")
show(lambda: sa.String(bogus=1), lambda: sa.BINARY(bogus=1), lambda: sa.BLOB(bogus=1), lambda: sa.Integer(5), lambda: sa.TIMESTAMP(1, 2), lambda: sa.UUID(True, True),
     lambda: sa.types.Variant(sa.Integer()), lambda: sa.types.UserDefinedType(1), lambda: Point(1, 2), lambda: mysql.INTEGER(bogus=1),
     lambda: mysql.TEXT(bogus=1), lambda: mssql.MONEY(bogus=1), lambda: postgresql.TIME(bogus=1), lambda: postgresql.JSONB(bogus=1))
print("== attributes")
for type_ in (sa.Integer(), sa.String(5), sa.Numeric(5, asdecimal=False), sa.Float(), sa.DateTime(), sa.Interval(), sa.LargeBinary(), sa.Boolean(), sa.JSON(), sa.Uuid(False),
              sa.Enum(Color), sa.ARRAY(sa.Integer, True), postgresql.BIT(), postgresql.TIMESTAMP(), postgresql.JSONB(), postgresql.ENUM("a", name="e"), mysql.INTEGER(4), mysql.DATETIME(fsp=2), mssql.REAL()):
    print(type(type_).__name__, "|", attributes(type_))
print(isinstance(sa.Enum("a"), sa.types.SchemaType), isinstance(sa.Boolean(), sa.types.SchemaType), isinstance(sa.Integer(), sa.types.SchemaType),
      isinstance(postgresql.ENUM("a", name="e"), postgresql.named_types.NamedType), isinstance(Money(), sa.types.Variant))
text = sa.String(5)
text.collation, text.length = "C", None
print(repr(text), Money(5, 2).precision, Money(5, 2).scale)
table = sa.Table("t", sa.MetaData(), sa.Column("c", sa.Enum("a", name="e", metadata=sa.MetaData(schema="m"))), sa.Column("d", sa.Enum("a", name="f", inherit_schema=True)), schema="s")
print(table.c.c.type.schema, table.c.d.type.schema)
print(attempt(lambda: sa.schema.CreateTable(sa.Table("t", sa.MetaData(), sa.Column("c", postgresql.INET()))).compile(dialect=sqlite.dialect())))
PY
