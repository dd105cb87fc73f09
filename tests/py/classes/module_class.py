# A class of modules, as lazy imports are written.
import os
import types


class Lazy(types.ModuleType):
    def __init__(self, name):
        super().__init__(name, "late")
        self._name = name

    def __getattr__(self, item):
        return f"{self._name}.{item}"


lazy = Lazy("cmaes")
print(lazy.__name__, lazy.__doc__, lazy.CMA, isinstance(lazy, types.ModuleType))
print(os.environ.get("RETORT_NOT_SET", default="0"), os.environ.get("RETORT_NOT_SET"), os.environ.get("RETORT_NOT_SET", 1))
# expect: cmaes late cmaes.CMA True
# expect: 0 None 1
