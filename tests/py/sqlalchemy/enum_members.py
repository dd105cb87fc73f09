# Members of an Enum come one by one; a list of them is an error, as it is for SQLAlchemy.
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

for make in (lambda: sa.Enum(["a", "b"]), lambda: sa.Enum(["a", "b"], name="e"), lambda: postgresql.ENUM(["a", "b"], name="e")):
    try:
        make()
    except TypeError as error:
        print(type(error).__name__)
# expect: TypeError
# expect: TypeError
# expect: TypeError
print(sa.Enum(*["a", "b"]).enums)  # expect: ['a', 'b']
