# env.py of a project with two sets of models; a URL that pydantic has checked.
from pydantic import PostgresDsn, TypeAdapter
from sqlalchemy import Column, Integer, MetaData, Table
from sqlalchemy.engine import make_url

one, two, both = MetaData(), MetaData(schema="s"), MetaData()
Table("a", one, Column("id", Integer, primary_key=True)), Table("b", two, Column("id", Integer, primary_key=True))
for metadata in one, two:
    for table in metadata.tables.values():
        both._add_table(table.name, table.schema, table)
print(list(both.tables), both.tables["s.b"] is two.tables["s.b"])
print(make_url(TypeAdapter(PostgresDsn).validate_python("postgresql://u@h/d")))
# expect: ['a', 's.b'] True
# expect: postgresql://u@h/d
