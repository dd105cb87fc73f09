# Many names, constants, branches, arguments and nested levels in one code object.
source = ["def big(x):"]
for i in range(400):
    source.append(f"    v{i} = x + {i * 1000003} + {i}.5 - {i}.5")
source.append("    total = 0")
for i in range(400):
    source.append(f"    if x == {i}:\n        total += v{i}\n    else:\n        total -= 1")
source.append("    return total, " + " + ".join(f"v{i}" for i in range(400)))
space = {}
exec("\n".join(source), space)
print(space["big"](3), space["big"](399)[0])
expression = "+".join(str(i) for i in range(2000))
print(eval(expression))
nested = "(" * 60 + "1" + ")" * 60
print(eval(nested))
lists = "[" * 40 + "]" * 40
print(eval(lists))
elif_chain = "def pick(n):\n    if n == -1:\n        return 'x'\n"
for i in range(300):
    elif_chain += f"    elif n == {i}:\n        return 'n{i}'\n"
exec(elif_chain, space)
print(space["pick"](0), space["pick"](299), space["pick"](1000))
call = "f(" + ", ".join(f"a{i}={i}" for i in range(200)) + ")"
print(len(eval(call, {"f": lambda **kw: kw})))
positional = "f(" + ", ".join(str(i) for i in range(300)) + ")"
print(eval(positional, {"f": lambda *a: sum(a)}))
d = eval("{" + ", ".join(f"'k{i}': {i}" for i in range(500)) + "}")
print(len(d), d["k499"])
deep = ""
for i in range(15):
    deep += "    " * i + f"for i{i} in range(1):\n"
deep += "    " * 15 + "print('deep', i0, i14)\n"
exec(deep)
tries = ""
for i in range(12):
    tries += "    " * i + "try:\n"
tries += "    " * 12 + "1 / 0\n"
for i in reversed(range(12)):
    tries += "    " * i + f"except {'ZeroDivisionError' if i == 0 else 'KeyError'}:\n" + "    " * (i + 1) + f"print('caught at', {i})\n"
exec(tries)
functions = "\n".join(f"def f{i}(): return {i}" for i in range(300))
exec(functions, space)
print(sum(space[f"f{i}"]() for i in range(300)))
