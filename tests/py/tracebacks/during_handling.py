# Two errors, the second raised while the first was handled.
import os
import traceback


def shown(text):
    lines = text.replace(os.path.dirname(os.path.abspath(__file__)) + os.sep, "").replace("tests/py/tracebacks/", "").split("\n")
    return "\n".join(line for line in lines if not line.strip() or line.strip(" ~^"))


def load(key):
    return {"a": 1}[key]


def main():
    try:
        load("b")
    except KeyError:
        int("x")


try:
    main()
except ValueError:
    print(shown(traceback.format_exc()))
