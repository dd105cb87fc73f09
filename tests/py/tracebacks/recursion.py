# A deep recursion is told once, with how often it repeats.
import os
import traceback


def down(n):
    if n == 0:
        raise ValueError("bottom")
    down(n - 1)


try:
    down(8)
except ValueError:
    print(traceback.format_exc().replace(os.path.dirname(os.path.abspath(__file__)) + os.sep, "").replace("tests/py/tracebacks/", ""))
