# The part of the line that failed is underlined.
import os
import traceback


def shown(text):
    lines = text.replace(os.path.dirname(os.path.abspath(__file__)) + os.sep, "").replace("tests/py/tracebacks/", "").split("\n")
    return "\n".join(line for line in lines if not line.strip() or line.strip(" ~^"))


class A:
    b = None


def f(x, y):
    return (x + 1) / (y - y)


for call in (lambda: f(1, 2), lambda: A.b.c.d, lambda: {"k": []}["k"][3], lambda: A().b(1), lambda: "abc" + 1 + 2, lambda: [1, 2][1:2][0].x):
    try:
        call()
    except Exception:
        print(shown(traceback.format_exc()))
