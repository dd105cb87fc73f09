# __context__, __cause__, from None, suppressed context, notes.
def show(e):
    print(type(e).__name__, e, "| cause", repr(e.__cause__), "| context", repr(e.__context__),
          "|", e.__suppress_context__)


try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("second")
except ValueError as e:
    show(e)
try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise ValueError("from") from z
except ValueError as e:
    show(e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("none") from None
except ValueError as e:
    show(e)
try:
    raise ValueError("cause class") from KeyError
except ValueError as e:
    show(e)
try:
    raise ValueError("bad") from 3
except TypeError as e:
    print(e)


def fails():
    raise KeyError("in function")


try:
    try:
        fails()
    except KeyError:
        fails_again = {}
        fails_again["missing"]
except KeyError as e:
    show(e)
    show(e.__context__)


def in_finally():
    try:
        raise ValueError("body")
    finally:
        raise TypeError("finally")


try:
    in_finally()
except TypeError as e:
    show(e)
try:
    try:
        raise ValueError("x")
    except ValueError as first:
        try:
            raise TypeError("y")
        except TypeError:
            raise first
except ValueError as e:
    print(repr(e.__context__), repr(e.__context__.__context__))
e = ValueError("noted")
e.add_note("one")
e.add_note("two")
print(e.__notes__)
try:
    try:
        raise ValueError("kept")
    except ValueError:
        pass
    raise KeyError("alone")
except KeyError as e:
    show(e)


def handler_returns():
    try:
        raise ValueError
    except ValueError:
        return "r"


try:
    handler_returns()
    raise KeyError("clean")
except KeyError as e:
    show(e)
