"""Tables with constraints, options and hostile names: created, with their indexes, and dropped."""

from _render import *

T = Table
TABLES = r"""
T("t", m, Column("a", Integer, primary_key=True), Column("b", String(5), unique=True, index=True))
T("t", m, Column("a", Integer, primary_key=True), Column("b", String(5), unique=True), schema="s")
T("t", m, Column("a", ForeignKey("p.id", ondelete="CASCADE", onupdate="SET NULL", deferrable=True, initially="DEFERRED", match="FULL", name="fkk")))
T("t", m, Column("a", Integer, ForeignKey("p.id", use_alter=True, name="fkk")))
T("t", m, Column("a", Integer, ForeignKey("p.id", deferrable=False)))
T("t", m, Column("a", Integer, ForeignKey("s.p.id", link_to_name=True)))
T("t", m, Column("a", Integer), Column("b", Integer), ForeignKeyConstraint(["a","b"], ["q.x","q.y"], name="kk", ondelete="SET NULL (a)"))
T("t", m, Column("a", Integer), CheckConstraint(column("a") > 7), CheckConstraint(func.length(column("a")) < 5, name="l"))
T("t", m, Column("a", Integer), Column("b", Integer), UniqueConstraint("a","b", name="uu", deferrable=True, initially="DEFERRED"), PrimaryKeyConstraint("b", "a", name="ppk"))
T("t", m, Column("a", Integer), UniqueConstraint("a", postgresql_nulls_not_distinct=True, name="u1"), UniqueConstraint("a", postgresql_include=["b"]), Column("b", Integer))
T("t", m, Column("a", Integer, autoincrement=True, primary_key=True, comment="it's"), comment="a \"table\"\nline2")
T("t", m, Column("a", Integer, autoincrement=False, primary_key=True), Column("b", Integer, nullable=False, system=True))
T("t", m, Column("a", Integer), info={"x": 1, "y": [1,2]}, prefixes=["UNLOGGED"])
T("t", m, Column("a", Integer), prefixes=["A", "B"])
T("t", m, Column("a", Integer), postgresql_partition_by="RANGE (a)", postgresql_tablespace="ts", postgresql_with={"fillfactor": 70}, postgresql_with_oids=False, postgresql_on_commit="DROP", postgresql_using="heap", postgresql_inherits="p")
T("t", m, Column("a", Integer), sqlite_autoincrement=True, sqlite_with_rowid=False, sqlite_strict=True)
T("t", m, Column("a", Integer), mysql_engine="InnoDB", mysql_charset="utf8")
T("t", m, Column("a", Integer), implicit_returning=False)
T("t", m, Column("a", Integer), Column("b", Integer), ExcludeConstraint(("a", "="), (column("b"), "<>"), name="ex", using="gist", where=text("a > 5"), deferrable=True))
T("t", m, Column("a", Integer), ExcludeConstraint((text("int4range(a, a)"), "&&")))
T("t", m)
T("t", m, Column("cn", Integer, key="ck"), Column("d", Integer, key="dk"), UniqueConstraint("ck"), PrimaryKeyConstraint("ck", "dk"), ForeignKeyConstraint(["ck"], ["t.dk"]), Index("ii", "ck"))
T("t", m, Column("b", Boolean(create_constraint=True, name="bb")), Column("e", Enum("x","y", native_enum=False, create_constraint=True, name="ee")))
T(quoted_name("QT", True), m, Column(quoted_name("QC", True), Integer, primary_key=True), schema=quoted_name("QS", True))
T("t", m, Column("a", Integer, sqlite_on_conflict_not_null="FAIL", nullable=False, sqlite_on_conflict_primary_key="ABORT", primary_key=True))
T("t", m, Column("a", Integer), UniqueConstraint("a", sqlite_on_conflict="IGNORE"), CheckConstraint("a>1", name="b"), PrimaryKeyConstraint("a", sqlite_on_conflict="ROLLBACK"))
T("t", m, Column("a", Integer), CheckConstraint("a in ('x', 'y')", name=conv("full_name")), UniqueConstraint("a", name=conv("uu")), PrimaryKeyConstraint("a", name=conv("pp")), ForeignKeyConstraint(["a"],["q.z"],name=conv("ff")))
T("t", m, Column("a", Integer), CheckConstraint("a > :b"))
""".strip().splitlines()


def text_of(source, dialect, convention, schema):
    global m
    m = MetaData(naming_convention=convention, schema=schema)
    table = eval(source)
    into = context(dialect, target_metadata=m)
    operations = [ops.CreateTableOp.from_table(table)]
    operations += [ops.CreateIndexOp.from_index(index) for index in sorted(table.indexes, key=lambda i: str(i.name))]
    operations.append(ops.DropTableOp.from_table(table))
    return "\n".join(render.render_op_text(into, operation) for operation in operations)


for dialect, convention, schema in (("postgresql", None, None), ("postgresql", CONVENTION, None),
                                    ("postgresql", None, "sch"), ("sqlite", None, None)):
    print("#", dialect, "with a naming convention" if convention else "", schema or "")
    for source in TABLES:
        text = said(lambda: text_of(source, dialect, convention, schema))
        if "range(25" in source:
            text = "\n".join(text.splitlines()[:2] + ["..."] + text.splitlines()[-5:])
        print(source, text, sep="\n")
