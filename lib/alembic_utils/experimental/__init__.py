"""Entities of a whole package at once."""

import importlib
import os


def _modules(package):
    """The package's modules, those of its subpackages too."""
    yield package
    for folder in getattr(package, "__path__", ()):
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            if name.endswith(".py") and name != "__init__.py":
                yield importlib.import_module(f"{package.__name__}.{name[:-3]}")
            elif os.path.exists(os.path.join(path, "__init__.py")):
                yield from _modules(importlib.import_module(f"{package.__name__}.{name}"))


def collect_instances(module, class_):
    found = []
    for one in _modules(module):
        for value in list(one.__dict__.values()):
            if type(value) is class_:
                found.append(value)
    return found


def collect_subclasses(module, class_):
    found = []
    for one in _modules(module):
        for value in list(one.__dict__.values()):
            if isinstance(value, type) and issubclass(value, class_) and value is not class_ and value not in found:
                found.append(value)
    return found + [kind for kind in class_.__subclasses__() if kind not in found]
