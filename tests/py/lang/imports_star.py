# import in all its forms, from a package beside this file.
import pkg
import pkg.sub.leaf
import pkg.sub.leaf as leaf
from pkg import VALUE, helper as h, sub
from pkg.sub import leaf as leaf2, CONST
from pkg.star import *
import sys

print(pkg.__name__, pkg.__package__, pkg.sub.__name__, leaf.__name__, leaf is leaf2 is pkg.sub.leaf)
print(VALUE, h(2), sub.CONST, CONST, leaf.where(), leaf.up())
print(exported, "hidden" in globals(), "_private" in globals())
print("pkg" in sys.modules, "pkg.sub.leaf" in sys.modules, sys.modules["pkg"] is pkg)
try:
    from pkg import nothing
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
try:
    import pkg.missing
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    import pkg.star.deeper
except ModuleNotFoundError as e:
    print(e)
try:
    import definitely_not_there
except ImportError as e:
    print(type(e).__name__, e)
try:
    from . import x
except ImportError as e:
    print(e)
try:
    import pkg.broken
except ZeroDivisionError as e:
    print("broken:", e, "pkg.broken" in sys.modules)
import pkg.cycle_a
print(pkg.cycle_a.a, pkg.cycle_b.b, pkg.cycle_b.late())
import space.inner
print(space.inner.NAME, space.__name__)


def local_import():
    import pkg.sub as s
    from pkg.sub.leaf import where
    return s.CONST, where()


print(local_import())
print(pkg.dynamic_thing)
try:
    pkg.other
except AttributeError as e:
    print(e)
from pkg import lazy_module
print(lazy_module.X)
