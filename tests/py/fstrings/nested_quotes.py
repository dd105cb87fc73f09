# Since 3.12 the same quotes may be used inside.
d = {"a": 1, "b": [2]}
print(f"{d["a"]} {d["b"][0]} {", ".join(["x", "y"])} {f"{f"{1 + 1}"}"} {'"'} {"'"}", f'{d['a']}')
print(f"{"\n".join(["a", "b"])}", f"{'\t'!r}", f"{"a" "b"}", f"{'''triple'''}")
