# dict comparison: only == and !=, deep, with nan by identity.
nan = float("nan")
print({"a": [1, {"b": 2}]} == {"a": [1, {"b": 2}]}, {"a": nan} == {"a": nan}, {} == {}, {1: 2} != {1: 3}, {1: 2} == {1.0: 2.0}, {} == [])
for op in ("<", "<=", ">", ">="):
    try:
        eval(f"{{}} {op} {{}}")
    except TypeError as e:
        print(e)
