# SyntaxErrors as traceback shows them.
import os
import traceback

for text in ("x = (1,\ny = 2", "if x = 1:\n    pass", "def f():\nreturn 1", "a b", "f(x for x in y, 1)", "'abc"):
    try:
        compile(text, "some.py", "exec")
    except SyntaxError as e:
        print("".join(traceback.format_exception_only(e)))
