"""Inspector.get_sorted_table_and_fkc_names() and sort_tables_on_foreign_key_dependency()."""
from sqlalchemy import *
e = create_engine("sqlite://", poolclass=pool.StaticPool)
m = MetaData()
Table("a", m, Column("id", Integer, primary_key=True), Column("b", ForeignKey("b.id")), Column("c", ForeignKey("c.id", name="ac")), Column("c2", ForeignKey("c.id", name="ac2")))
Table("b", m, Column("id", Integer, primary_key=True), Column("c", ForeignKey("c.id")))
Table("c", m, Column("id", Integer, primary_key=True))
Table("aa", m, Column("id", Integer, primary_key=True))
Table("d", m, Column("id", Integer, primary_key=True), Column("a", ForeignKey("a.id", name="da")), Column("p", ForeignKey("d.id")))
m.create_all(e)
r = inspect(e).get_sorted_table_and_fkc_names()
print([(n, type(f).__name__, sorted(map(str, f))) for n, f in r])
r = inspect(e).sort_tables_on_foreign_key_dependency()
print([(n, type(f).__name__, sorted(map(str, f))) for n, f in r])

for question in (lambda: inspect(e).has_sequence("s"), lambda: inspect(e).get_sequence_names()):
    try:
        print(question())
    except NotImplementedError as error:
        print("NotImplementedError", str(error))
