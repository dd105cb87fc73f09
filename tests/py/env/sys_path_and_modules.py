# sys.path and sys.modules as env.py files use them.
import os
import sys

before = list(sys.path)
sys.path.insert(0, os.path.abspath(os.path.join(os.path.dirname(__file__), "..")))
sys.path.append(os.getcwd())
print(len(sys.path) - len(before), sys.path[0].endswith("py") or True, sys.path[-1] == os.getcwd())
sys.path = before
print("os" in sys.modules, sys.modules["sys"] is sys, sys.modules.get("not_there"), __name__ in sys.modules, sys.modules[__name__].__name__)
print(sys.version_info[:2] >= (3, 8), sys.version_info.major, sys.platform, sys.maxsize, sys.byteorder, isinstance(sys.argv, list), sys.getdefaultencoding())
import types

made = types.ModuleType("made_up")
made.value = 5
sys.modules["made_up"] = made
import made_up
from made_up import value

print(made_up.value, value, made_up, made_up.__name__)
try:
    import no_such_module_here
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    from os import no_such_name_here
except ImportError as e:
    print(str(e).split(" (")[0])
