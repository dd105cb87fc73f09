# What a module knows about itself and its package.
import pkg
import pkg.sub.leaf
import pkg.star as star

print(__name__, __package__ in (None, ""), __doc__, __file__.endswith("module_attributes.py"))
print(pkg.__name__, pkg.__package__, pkg.__doc__, pkg.__file__.endswith("pkg/__init__.py"), len(pkg.__path__))
print(pkg.sub.leaf.__package__, hasattr(pkg.sub.leaf, "__path__"), star.__all__)
star.added = 5
print(star.added, "added" in vars(star))
del star.added
try:
    star.added
except AttributeError as e:
    print(e)
print(type(pkg).__name__, repr(pkg).startswith("<module 'pkg' from"))
print(sorted(k for k in vars(pkg.sub) if not k.startswith("__")))


def change():
    star.exported = "changed"


change()
from pkg.star import exported
print(exported)
import pkg.star
print(pkg.star is star)
