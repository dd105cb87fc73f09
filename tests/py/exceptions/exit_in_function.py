# exit code 0 for None, cleanups run on the way out.
# exit: 0
import sys


def f():
    try:
        sys.exit()
    finally:
        print("finally of f")


try:
    f()
finally:
    print("outer finally")
