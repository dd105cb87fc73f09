# postgresql.array is the class, whoever imported the module of that name.
import sqlalchemy.dialects.postgresql.array
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.dialects.postgresql.array import ARRAY
from sqlalchemy.dialects import postgresql

print(array is postgresql.array, ARRAY is postgresql.ARRAY)
print(array([1]).compile(dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True}))
# expect: True True
# expect: ARRAY[1]
