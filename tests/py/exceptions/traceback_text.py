# What the traceback module prints of a chain.
import traceback


def f():
    try:
        {}["k"]
    except KeyError as e:
        raise ValueError("bad") from e


try:
    f()
except ValueError as e:
    print("".join(traceback.format_exception_only(e)), end="")
    print(traceback.format_exception_only(type(e), e))
try:
    raise ExceptionGroup("g", [ValueError(1)])
except ExceptionGroup as e:
    print(traceback.format_exception_only(e)[0], end="")
