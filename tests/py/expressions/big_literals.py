# Long and deep expressions.
print(eval("+".join(["1"] * 2000)), len(eval("[" + ",".join(["0"] * 5000) + "]")), eval("(" * 50 + "1" + ")" * 50), eval("-" * 40 + "1"), len(eval("'" + "x" * 10000 + "'")), eval("not " * 31 + "1"), eval("[" * 30 + "]" * 30), len(eval("{" + ",".join(f"{i}: {i}" for i in range(1000)) + "}")))
