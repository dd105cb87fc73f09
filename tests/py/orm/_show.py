from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable


def show(metadata):
    for table in metadata.sorted_tables:
        print(str(CreateTable(table).compile(dialect=postgresql.dialect())).strip().replace(" \n", "\n"))
        for index in sorted(table.indexes, key=lambda i: i.name):
            print(CreateIndex(index).compile(dialect=postgresql.dialect()))
        for column in table.c:
            default = getattr(column.default, "arg", column.default)
            if callable(default):
                default = "callable"
            print("  ", column.name, repr(column.type), column.nullable, default)
