import traceback
def a(n):
    if n:
        a(n - 1)
    else:
        raise RuntimeError("deep")
try:
    a(6)
except RuntimeError as e:
    error = e
stack = traceback.extract_tb(error.__traceback__)
print(type(stack).__name__, len(stack), [f.name for f in stack], [f.lineno for f in stack], stack[-1].line, stack[0].filename.split("/")[-1])
for line in traceback.format_tb(error.__traceback__):
    print(line.replace(stack[0].filename, "FILE"), end="")
print(len(traceback.extract_tb(error.__traceback__, limit=2)), [f.lineno for f in traceback.extract_tb(error.__traceback__, limit=-2)])
one = stack[-1]
name, lineno, func, text = one
print(lineno, func, text, one == (one.filename, one.lineno, one.name, one.line), len(one), one[2], repr(one).replace(one.filename, "FILE"))
made = traceback.StackSummary.from_list([("f.py", 1, "g", "x = 1"), ("f.py", 2, "h", None)])
print(made.format(), traceback.format_list([("a", 3, "b", "  code  ")]))
print([(f.f_code.co_name, n) for f, n in traceback.walk_tb(error.__traceback__)][:2], traceback.format_list([]))
