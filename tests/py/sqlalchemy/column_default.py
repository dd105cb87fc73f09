"""Column.default and Column.onupdate are objects around what was given."""

import re

from sqlalchemy import Column, ColumnDefault, Integer, String, func
from sqlalchemy.sql.schema import CallableColumnDefault, ColumnElementColumnDefault, ScalarElementColumnDefault

for given in (5, "text", lambda: 7, lambda context: context, func.now()):
    column = Column("c", String, default=given, onupdate=given)
    default = column.default
    print(re.sub(" at 0x[0-9a-f]+", "", repr(default)), default.is_scalar, default.is_callable, default.is_clause_element,
          default.is_sequence, default.has_arg, default.for_update, column.onupdate.for_update, default.column is column,
          default is column.default, isinstance(default, ColumnDefault))
    print(default.arg(None) if default.is_callable else str(default.arg))
print(Column("c", Integer).default, Column("c", Integer, default=None).onupdate)
print(Column("c", Integer, default=ColumnDefault(6)).default.arg, type(ColumnDefault(6)) is ScalarElementColumnDefault,
      type(ColumnDefault(list)) is CallableColumnDefault, type(ColumnDefault(func.now())) is ColumnElementColumnDefault)
column = Column("c", Integer, default=1)
column.default = ColumnDefault(2)
print(repr(column))
print(repr(Column("c", Integer, onupdate="x", key="k", primary_key=True)))
