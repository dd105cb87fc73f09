from .cycle_a import a
import pkg.cycle_a

b = a + "b"
try:
    from .cycle_a import after
except ImportError as e:
    print(str(e).split(" (")[0])


def late():
    return pkg.cycle_a.after
