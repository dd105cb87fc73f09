# Raising again keeps the exception; a bare raise in nested handlers.
def f():
    try:
        raise ValueError("first")
    except ValueError:
        try:
            raise KeyError("second")
        except KeyError:
            pass
        raise


try:
    f()
except ValueError as e:
    print(e, e.__context__)


def again(e):
    raise e


try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        again(e)
except ZeroDivisionError as e:
    print(e, e.__context__, e.__cause__)


def bare():
    raise


try:
    try:
        raise TypeError("outer")
    except TypeError:
        bare()
except TypeError as e:
    print("from a function", e)
try:
    bare()
except RuntimeError as e:
    print(e)
