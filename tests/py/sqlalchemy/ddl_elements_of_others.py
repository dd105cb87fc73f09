# CreateIndex(...) and its kin are about an index, a table ...: anything else is refused where it is given.
import a1
from sqlalchemy import Column, Integer
from sqlalchemy.schema import AddConstraint, CreateColumn, CreateIndex, CreateSequence, CreateTable, DropIndex

for element in (CreateIndex, DropIndex, CreateTable, AddConstraint, CreateSequence):
    for given in (5, None, Column("x", Integer), a1.Index("i")):
        try:
            print(element(given))
        except Exception as e:
            print(type(e).__name__, str(e)[:50])
print(CreateColumn(Column("x", Integer)))
# expect: ArgumentError CreateIndex() expects a schema object, got 5
# expect: ArgumentError CreateIndex() expects a schema object, got None
# expect: ArgumentError CreateIndex() expects a schema object, got Column(
# expect: ImportError `a1.Index()` comes from module 'a1' (imported at t
# expect: ArgumentError DropIndex() expects a schema object, got 5
# expect: ArgumentError DropIndex() expects a schema object, got None
# expect: ArgumentError DropIndex() expects a schema object, got Column('x
# expect: ImportError `a1.Index()` comes from module 'a1' (imported at t
# expect: ArgumentError CreateTable() expects a schema object, got 5
# expect: ArgumentError CreateTable() expects a schema object, got None
# expect: ArgumentError CreateTable() expects a schema object, got Column(
# expect: ImportError `a1.Index()` comes from module 'a1' (imported at t
# expect: ArgumentError AddConstraint() expects a schema object, got 5
# expect: ArgumentError AddConstraint() expects a schema object, got None
# expect: ArgumentError AddConstraint() expects a schema object, got Colum
# expect: ImportError `a1.Index()` comes from module 'a1' (imported at t
# expect: ArgumentError CreateSequence() expects a schema object, got 5
# expect: ArgumentError CreateSequence() expects a schema object, got None
# expect: ArgumentError CreateSequence() expects a schema object, got Colu
# expect: ImportError `a1.Index()` comes from module 'a1' (imported at t
# expect: x INTEGER
