"""importlib.util: find_spec, and modules from files."""


class _Spec:
    def __init__(self, name, location):
        self.name, self.origin, self.loader = name, location, _Loader(name, location)
        self.submodule_search_locations = None


class _Loader:
    def __init__(self, name, path):
        self.name, self.path = name, path

    def exec_module(self, module):
        with open(self.path, encoding="utf-8") as file:
            text = file.read()
        exec(compile(text, self.path, "exec"), module.__dict__)


def find_spec(name, package=None):
    import os
    import sys

    if name in sys.modules:
        return _Spec(name, getattr(sys.modules[name], "__file__", None))
    for folder in sys.path:
        path = os.path.join(folder, *name.split("."))
        for candidate in (path + ".py", os.path.join(path, "__init__.py")):
            if os.path.isfile(candidate):
                return _Spec(name, candidate)
    return None


def spec_from_file_location(name, location=None, **options):
    import os

    return _Spec(name, os.fspath(location))


def module_from_spec(spec):
    from types import ModuleType

    module = ModuleType(spec.name)
    module.__file__, module.__spec__ = spec.origin, spec
    return module
