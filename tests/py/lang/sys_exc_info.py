# The exception being handled, seen by sys.exc_info() in nested handlers, functions and loops.
import sys


def kind():
    return sys.exc_info()[0].__name__ if sys.exc_info()[0] else None


print(kind())
try:
    1 / 0
except ZeroDivisionError:
    print(kind())
    try:
        {}["k"]
    except KeyError:
        print(kind())
    print(kind())
    for _ in range(2):
        try:
            raise ValueError
        except ValueError:
            print(kind())
            continue
        finally:
            print("finally", kind())
print(kind())


def handler_in_function():
    try:
        raise TypeError
    except TypeError:
        return kind()


try:
    raise OSError
except OSError:
    print(handler_in_function(), kind())
print(kind())
try:
    try:
        raise ValueError("inner")
    finally:
        print("in finally", kind())
except ValueError:
    print(kind())


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        print("exit", kind())
        return True


with Manager():
    raise LookupError
print(kind())


def loops():
    while True:
        try:
            raise IndexError
        except IndexError:
            break
    return kind()


print(loops())
