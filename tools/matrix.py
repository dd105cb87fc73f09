"""docs/matrix.md: operations x dialects and types x dialects, by trying each. `make matrix` writes it; tests/db/matrix.sh
compares. A cell that is empty needs a row in tools/matrix.txt that says why; a row without a hole is an error too.

    DATABASE_URL=postgresql://... retort run tools/matrix.py
"""
import io
import os
import sys

import sqlalchemy as sa
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite
from sqlalchemy.types import TypeEngine
from alembic.ddl import postgresql as postgresql_operations
from alembic.migration import MigrationContext
from alembic.operations import BatchOperations, Operations, ops

I, S = sa.Integer, sa.String
EXCLUDE = postgresql_operations.CreateExcludeConstraintOp
TABLE = "m"
SETUP = ["CREATE TABLE m (id integer PRIMARY KEY, n integer, s varchar(20), CONSTRAINT m_u UNIQUE (s))",
         "CREATE INDEX m_i ON m (n)", "CREATE TABLE plain (b integer, c integer)"]
column = sa.Column

def mirrored(name):
    """The table as its operations' records know it, so that reverse() can make again what they drop."""
    m = sa.Table("m", sa.MetaData(), column("id", I(), primary_key=True), column("n", I()), column("s", S(20)),
                 sa.UniqueConstraint("s", name="m_u"), sa.Index("m_i", "n"))
    plain = sa.Table("plain", m.metadata, column("b", I()), column("c", I()))
    return {"m": m, "plain": plain}[name]


def dropped_comment():
    """A comment to drop: the record says what it was."""
    return ops.DropTableCommentOp("m", existing_comment="c")


# directive -> (script, the record it makes, its twin within a batch of the table m)
OPERATIONS = {
    "create_table": (lambda op: op.create_table("t", column("a", I()), column("b", I(), index=True), comment="c"),
                     lambda: ops.CreateTableOp("t", [column("a", I())]), lambda b: b.create_table("t", column("a", I()))),
    "drop_table": (lambda op: op.drop_table("plain"), lambda: ops.DropTableOp.from_table(mirrored("plain")),
                   lambda b: b.drop_table("plain")),
    "rename_table": (lambda op: op.rename_table("m", "m2"), lambda: ops.RenameTableOp("m", "m2"),
                     lambda b: b.rename_table("m", "m2")),
    "create_table_comment": (lambda op: op.create_table_comment("m", "c"), lambda: ops.CreateTableCommentOp("m", "c"),
                             lambda b: b.create_table_comment("c")),
    "drop_table_comment": (lambda op: op.drop_table_comment("m"), dropped_comment, lambda b: b.drop_table_comment()),
    "add_column": (lambda op: op.add_column("m", column("a", I())), lambda: ops.AddColumnOp("m", column("a", I())),
                   lambda b: b.add_column(column("a", I()))),
    "drop_column": (lambda op: op.drop_column("plain", "c"),
                    lambda: ops.DropColumnOp.from_column_and_tablename(None, "plain", column("c", I())),
                    lambda b: b.drop_column("s")),
    "alter_column (nullable)": (
        lambda op: op.alter_column("m", "n", nullable=False),
        lambda: ops.AlterColumnOp("m", "n", modify_nullable=False, existing_nullable=True, existing_type=I()),
        lambda b: b.alter_column("n", nullable=False)),
    "alter_column (type_)": (
        lambda op: op.alter_column("m", "n", type_=sa.BigInteger()),
        lambda: ops.AlterColumnOp("m", "n", modify_type=sa.BigInteger(), existing_type=I()),
        lambda b: b.alter_column("n", type_=sa.BigInteger())),
    "alter_column (server_default)": (
        lambda op: op.alter_column("m", "n", server_default="5"),
        lambda: ops.AlterColumnOp("m", "n", modify_server_default="5", existing_server_default=None, existing_type=I()),
        lambda b: b.alter_column("n", server_default="5")),
    "alter_column (comment)": (lambda op: op.alter_column("m", "n", comment="c"),
                               lambda: ops.AlterColumnOp("m", "n", modify_comment="c", existing_comment=None),
                               lambda b: b.alter_column("n", comment="c")),
    "alter_column (new_column_name)": (lambda op: op.alter_column("m", "n", new_column_name="z"),
                                       lambda: ops.AlterColumnOp("m", "n", modify_name="z"),
                                       lambda b: b.alter_column("n", new_column_name="z")),
    "create_index": (lambda op: op.create_index("i", "m", ["n"], unique=True), lambda: ops.CreateIndexOp("i", "m", ["n"]),
                     lambda b: b.create_index("i", ["s"])),
    "drop_index": (lambda op: op.drop_index("m_i", "m"),
                   lambda: ops.DropIndexOp.from_index(mirrored("m").indexes.copy().pop()), lambda b: b.drop_index("m_i")),
    "create_primary_key": (lambda op: op.create_primary_key("k", "plain", ["b"]),
                           lambda: ops.CreatePrimaryKeyOp("k", "plain", ["b"]),
                           lambda b: b.create_primary_key("k", ["b"])),
    "create_unique_constraint": (lambda op: op.create_unique_constraint("k", "m", ["n"]),
                                 lambda: ops.CreateUniqueConstraintOp("k", "m", ["n"]),
                                 lambda b: b.create_unique_constraint("k", ["n"])),
    "create_check_constraint": (lambda op: op.create_check_constraint("k", "m", "n > 0"),
                                lambda: ops.CreateCheckConstraintOp("k", "m", "n > 0"),
                                lambda b: b.create_check_constraint("k", "n > 0")),
    "create_foreign_key": (lambda op: op.create_foreign_key("k", "m", "m", ["n"], ["id"]),
                           lambda: ops.CreateForeignKeyOp("k", "m", "m", ["n"], ["id"]),
                           lambda b: b.create_foreign_key("k", "m", ["n"], ["id"])),
    "create_exclude_constraint": (
        lambda op: op.create_exclude_constraint("k", "m", ("n", "="), using="btree"),
        lambda: EXCLUDE("k", "m", [("n", "=")], using="btree"),
        lambda b: b.create_exclude_constraint("k", ("n", "="), using="btree")),
    "drop_constraint": (lambda op: op.drop_constraint("m_u", "m", type_="unique"),
                        lambda: ops.DropConstraintOp.from_constraint(
                            [c for c in mirrored("m").constraints if c.name == "m_u"][0]),
                        lambda b: b.drop_constraint("m_u", type_="unique")),
    "bulk_insert": (lambda op: op.bulk_insert(sa.table("plain", column("b", I())), [{"b": 1}]),
                    lambda: ops.BulkInsertOp(sa.table("plain", column("b", I())), [{"b": 1}]),
                    lambda b: b.bulk_insert(sa.table("plain", column("b", I())), [{"b": 1}])),
    "execute": (lambda op: op.execute("SELECT 1"), lambda: ops.ExecuteSQLOp("SELECT 1"),
                lambda b: b.execute("SELECT 1")),
    "inline_literal": (lambda op: op.execute(text_of(op)), None, lambda b: b.execute(text_of(b))),
    "batch_alter_table": (lambda op: nested(op), None, lambda b: nested(b)),
}
HELPERS = {"context", "f", "get_bind", "get_context", "implementation_for", "register_operation", "run_async", "invoke"}


def text_of(op):
    return sa.update(sa.table("m", sa.column("s"))).values(s=op.inline_literal("x"))


def nested(op):
    with op.batch_alter_table("plain") as b:
        b.add_column(column("a", I()))


def operations_on(dialect, connection=None):
    if connection is not None:
        return Operations(MigrationContext.configure(connection))
    return Operations(MigrationContext.configure(
        dialect_name=dialect, opts={"as_sql": True, "output_buffer": io.StringIO(), "literal_binds": True}))


def attempt(script, *arguments):
    try:
        script(*arguments)
        return True
    except Exception as error:
        if os.environ.get("MATRIX_ERRORS"):
            print(type(error).__name__, error, file=sys.stderr)
        return False


class Database:
    """Tries things on a connection without leaving traces."""

    def __init__(self, url):
        self.connection = sa.create_engine(url, poolclass=sa.pool.StaticPool).connect()
        self.dialect = self.connection.dialect.name
        for statement in SETUP:
            self.connection.exec_driver_sql(statement)
        self.connection.commit()

    def catalog(self):
        """What there is, as far as an operation changes it."""
        inspector = sa.inspect(self.connection)
        found = {}
        for name in inspector.get_table_names():
            columns = [(c["name"], str(c["type"]), c["nullable"], c["default"], c.get("comment")) for c in inspector.get_columns(name)]
            sets = [inspector.get_pk_constraint(name), inspector.get_indexes(name), inspector.get_unique_constraints(name),
                    inspector.get_foreign_keys(name), inspector.get_check_constraints(name)]
            comment = inspector.get_table_comment(name) if self.dialect == "postgresql" else None
            found[name] = repr((sorted(columns), [sorted(map(repr, part)) if isinstance(part, list) else part for part in sets], comment))
        return found

    def takes(self, script):
        self.connection.exec_driver_sql("SAVEPOINT one")
        done = attempt(script, operations_on(self.dialect, self.connection))
        self.connection.exec_driver_sql("ROLLBACK TO SAVEPOINT one")
        return done

    def undoes(self, make, in_batch):
        """Whether record and record.reverse() leave what there was, and the first one something else."""
        if make is None:
            return False

        def there_and_back(op):
            # what a comment's record drops must be there
            if self.dialect == "postgresql" and make is dropped_comment:
                op.create_table_comment("m", "c")
            before = self.catalog()
            for record, same in ((make(), False), (make().reverse(), True)):
                if in_batch:
                    with op.batch_alter_table(record.table_name) as b:
                        b.invoke(record)
                else:
                    op.invoke(record)
                if (self.catalog() == before) != same:
                    raise AssertionError(record)

        return self.takes(there_and_back)

    def takes_in_batch(self, twin, table):
        def block(op):
            with op.batch_alter_table(table) as b:
                twin(b)

        return self.takes(block)


# --- types ---
ARGUMENTS = {
    "ARRAY": (I(),), "Enum": ("a", "b"), "ENUM": ("a", "b"), "SET": ("a", "b"), "DOMAIN": ("dom", I()), "VARCHAR": (5,),
    "NVARCHAR": (5,), "CHAR": (5,), "BIT": (4,), "VARBINARY": (5,), "NCHAR": (5,),
}
NO_TYPES = {"TypeEngine", "TypeDecorator", "UserDefinedType", "Concatenable", "Indexable", "Variant", "TupleType",
            "NullType", "_Binary", "SchemaType", "NamedType", "AbstractRange", "ExternalType", "TypeEngineMixin",
            "AbstractSingleRange", "AbstractMultiRange", "MatchType", "PickleType"}
MODULES = [("", sa.types), ("postgresql.", postgresql), ("sqlite.", sqlite), ("mysql.", mysql), ("mssql.", mssql),
           ("oracle.", oracle)]
FOREIGN = {"mysql.": """BIGINT BIT CHAR DATETIME DECIMAL DOUBLE ENUM FLOAT INTEGER JSON LONGBLOB LONGTEXT MEDIUMBLOB MEDIUMINT
    MEDIUMTEXT NCHAR NUMERIC NVARCHAR REAL SET SMALLINT TEXT TIME TIMESTAMP TINYBLOB TINYINT TINYTEXT VARCHAR YEAR""",
           "mssql.": """BIT DATETIME2 DATETIMEOFFSET DOUBLE_PRECISION IMAGE JSON MONEY NTEXT REAL ROWVERSION SMALLDATETIME SMALLMONEY
    SQL_VARIANT TIME TIMESTAMP TINYINT UNIQUEIDENTIFIER VARBINARY XML""",
           "oracle.": """BFILE BINARY_DOUBLE BINARY_FLOAT DATE FLOAT INTERVAL LONG NCLOB NUMBER RAW ROWID TIMESTAMP VARCHAR2"""}


def type_names(prefix, module):
    names = FOREIGN[prefix].split() if prefix in FOREIGN else dir(module)
    for name in sorted(names):
        cls = getattr(module, name, None)
        if isinstance(cls, type) and issubclass(cls, TypeEngine) and name not in NO_TYPES and not name.startswith("_"):
            yield name, cls


def make_type(name, cls):
    keywords = {"name": "e_" + name.lower()} if name in ("Enum", "ENUM") else {}
    return cls(*ARGUMENTS.get(name, ()), **keywords)


def compiled(type_, dialect):
    try:
        return type_.compile(dialect=dialect.dialect())
    except Exception:
        return None


# --- the report ---
def read_reasons():
    reasons = {}
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "matrix.txt")) as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                subject, where, reason = [part.strip() for part in line.split("|")]
                reasons[subject, where] = reason
    return reasons


class Report:
    def __init__(self):
        self.reasons = read_reasons()
        self.used, self.notes, self.problems = set(), [], []

    def explain(self, subject, where):
        for key in ((subject, where), (subject, "*"), (subject.split(".")[0] + ".*", where), ("*", where)):
            if key in self.reasons:
                self.used.add(key)
                reason = self.reasons[key]
                if reason not in self.notes:
                    self.notes.append(reason)
                return "[%d]" % (self.notes.index(reason) + 1)
        self.problems.append("%s, %s: a hole without a reason" % (subject, where))
        return "?"

    def cell(self, subject, where, filled):
        return "yes" if filled is True else filled if filled else self.explain(subject, where)


def row(cells):
    print("| " + " | ".join(cells) + " |")


# what SQLite has no ALTER for is undone within a batch, as is what it needs one for
IN_BATCH = {"alter_column (nullable)", "alter_column (type_)", "alter_column (server_default)", "create_primary_key",
            "create_unique_constraint", "create_check_constraint", "create_foreign_key", "drop_constraint"}


def operations_table(report, databases):
    heads = ["operation", "PostgreSQL --sql", "PostgreSQL", "SQLite --sql", "SQLite", "reverse() on PostgreSQL",
             "reverse() on SQLite", "batch on PostgreSQL", "batch on SQLite"]
    row(heads)
    row(["---"] * len(heads))
    for name, (script, record, twin) in OPERATIONS.items():
        table = "plain" if name == "create_primary_key" else "m"
        cells = [attempt(script, operations_on("postgresql")), databases[0].takes(script),
                 attempt(script, operations_on("sqlite")), databases[1].takes(script)]
        cells += [d.undoes(record, d.dialect == "sqlite" and name in IN_BATCH) for d in databases]
        cells += [d.takes_in_batch(twin, table) for d in databases]
        row([name] + [report.cell(name, where, filled) for where, filled in zip(heads[1:], cells)])
    known = {name.split(" ")[0] for name in OPERATIONS} | HELPERS
    for name in dir(Operations):
        if not name.startswith("_") and callable(getattr(Operations, name)) and name not in known:
            report.problems.append("op.%s has no row in OPERATIONS" % name)


def types_table(report, databases):
    heads = ["type", "PostgreSQL", "PostgreSQL takes it", "SQLite", "SQLite takes it"]
    row(heads)
    row(["---"] * len(heads))
    for prefix, module in MODULES:
        for name, cls in type_names(prefix, module):
            subject, cells = prefix + name, []
            for dialect, database in zip((postgresql, sqlite), databases):
                text = compiled(make_type(name, cls), dialect)
                taken = text is not None and database.takes(
                    lambda op: op.create_table("ty", column("c", make_type(name, cls))))
                cells += [text, taken]
            row([subject] + [report.cell(subject, where, filled) for where, filled in zip(heads[1:], cells)])


def main():
    databases = [Database(os.environ["DATABASE_URL"]), Database("sqlite://")]
    report = Report()
    print("# What is there\n\nMade by `make matrix` from `tools/matrix.py`, which tries every cell; a number in brackets is a reason below.\n")
    print("## Operations\n")
    operations_table(report, databases)
    print("\n## Types\n\nThe name each is written as, and whether a server takes a column of it.\n")
    types_table(report, databases)
    print("\n## Reasons\n")
    for number, reason in enumerate(report.notes, 1):
        print("%d. %s" % (number, reason))
    for key in report.reasons:
        if key not in report.used:
            report.problems.append("tools/matrix.txt: no hole needs the row %s | %s" % key)
    for problem in report.problems:
        print(problem, file=sys.stderr)
    sys.exit(1 if report.problems else 0)


main()
