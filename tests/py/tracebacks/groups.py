# Exception groups, nested.
import os
import traceback


def fail(n):
    if n == 1:
        raise ValueError("one")
    raise ExceptionGroup("inner", [KeyError("k"), TypeError("t")])


errors = []
for n in (1, 2):
    try:
        fail(n)
    except Exception as e:
        errors.append(e)
try:
    raise ExceptionGroup("all", errors)
except ExceptionGroup as e:
    print("".join(traceback.format_exception(e)).replace(os.path.dirname(os.path.abspath(__file__)) + os.sep, "").replace("tests/py/tracebacks/", ""))
