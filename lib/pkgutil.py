"""Modules of packages."""

from collections import namedtuple

ModuleInfo = namedtuple("ModuleInfo", "module_finder name ispkg")


def iter_modules(path=None, prefix=""):
    import os
    import sys

    for folder in sys.path if path is None else path:
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
            full = os.path.join(folder, name)
            if os.path.isfile(os.path.join(full, "__init__.py")):
                yield ModuleInfo(None, prefix + name, True)
            elif name.endswith(".py") and name != "__init__.py":
                yield ModuleInfo(None, prefix + name[:-3], False)


def walk_packages(path=None, prefix="", onerror=None):
    for info in iter_modules(path, prefix):
        yield info
        if info.ispkg:
            from importlib import import_module

            module = import_module(info.name)
            yield from walk_packages(module.__path__, info.name + ".", onerror)


def extend_path(path, name):
    import sys

    # The package has folders in other places as well. What is not in those that are here may be in one that is not.
    sys.modules[name].__incomplete__ = True
    return path
