# The wrappers of the PostgreSQL drivers that migrations import.
from psycopg.types.json import Json, Jsonb
from psycopg2.extras import Json as OldJson, execute_values

print(Jsonb({"a": [1, 2]}), Json("x").obj)
# expect: Jsonb({'a': [1, 2]}) x
print(OldJson({"a": 1}).dumps({"b": 2}))
# expect: {"b": 2}


class Cursor:
    def execute(self, sql, parameters):
        print(sql, parameters)


execute_values(Cursor(), "INSERT INTO t VALUES %s", [(1, "a"), (2, "b"), (3, "c")], page_size=2)
# expect: INSERT INTO t VALUES (%s, %s),(%s, %s) [1, 'a', 2, 'b']
# expect: INSERT INTO t VALUES (%s, %s) [3, 'c']
