# sys.exit raises SystemExit; its code ends the program.
# exit: 3
import sys

for arg in (None, 0, 5, "text", (1, 2)):
    try:
        sys.exit(arg)
    except SystemExit as e:
        print(repr(e), e.code)
try:
    sys.exit()
except SystemExit as e:
    print(e.code, e.args)
try:
    try:
        sys.exit(1)
    finally:
        print("cleanup")
except BaseException as e:
    print(type(e).__name__, isinstance(e, Exception))
try:
    raise SystemExit
except SystemExit as e:
    print(e.code)
sys.exit(3)
