# Lists of names and literals joined into SQL text.
columns = ["id", "name", "created_at"]
table = "users"
print(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(':' + c for c in columns)})")
print("SELECT %s FROM %s WHERE id IN (%s)" % (", ".join(columns), table, ",".join(["%s"] * 3)))
print("UPDATE {t} SET {sets} WHERE id = :id".format(t=table, sets=", ".join(f"{c} = :{c}" for c in columns[1:])))
values = ["o'brien", "x", None, 3, True, 2.5]


def literal(v):
    if v is None:
        return "NULL"
    if isinstance(v, bool):
        return str(v).upper()
    if isinstance(v, (int, float)):
        return repr(v)
    return "'" + str(v).replace("'", "''") + "'"


print("(" + ", ".join(map(literal, values)) + ")")
print(" UNION ALL ".join(f"SELECT {i} AS n, {literal(v)} AS v" for i, v in enumerate(values, 1)))
print("""
    CREATE TABLE {0} (
        {1}
    )
""".strip().format(table, ",\n        ".join(f"{c} TEXT" for c in columns)))
