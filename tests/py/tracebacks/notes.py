# Notes stand behind the error.
import os
import traceback


def shown(text):
    lines = text.replace(os.path.dirname(os.path.abspath(__file__)) + os.sep, "").replace("tests/py/tracebacks/", "").split("\n")
    return "\n".join(line for line in lines if not line.strip() or line.strip(" ~^"))

try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        e.add_note("row 5")
        e.add_note("of table users\nsecond line")
        raise
except ZeroDivisionError as e:
    print(shown("".join(traceback.format_exception(e))))
    print(e.__notes__, traceback.format_exception_only(e))
