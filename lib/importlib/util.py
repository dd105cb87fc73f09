"""importlib.util: where modules are, and modules made from files."""

from importlib.machinery import ModuleSpec, SourceFileLoader

MAGIC_NUMBER = b"\xcb\r\r\n"


def resolve_name(name, package):
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {name!r} (required for relative module names)")
    level = len(name) - len(name.lstrip("."))
    parts = package.rsplit(".", level - 1)
    if len(parts) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return f"{parts[0]}.{name[level:]}" if name[level:] else parts[0]


def _spec_of(module):
    """What module.__spec__ is when it is first asked for."""
    name, path, folders = module.__name__, getattr(module, "__file__", None), getattr(module, "__path__", None)
    spec = ModuleSpec(name, SourceFileLoader(name, path), origin=path or "built-in")
    spec.has_location = path is not None
    spec.submodule_search_locations = folders
    return spec


def _find_in(folders, name):
    import os

    tail = name.rpartition(".")[2]
    for folder in folders:
        path = os.path.join(folder, tail)
        for candidate, is_package in ((os.path.join(path, "__init__.py"), True), (path + ".py", False)):
            if os.path.isfile(candidate):
                return spec_from_file_location(name, candidate, submodule_search_locations=[path] if is_package else None)
    return None


def find_spec(name, package=None):
    import sys
    from _sys import stdlib_module_names

    name = resolve_name(name, package)
    if name in sys.modules:
        module = sys.modules[name]
        return None if module is None else getattr(module, "__spec__", None) or _spec_of(module)
    folders, parent = sys.path, name.rpartition(".")[0]
    if parent:
        outer = __import__(parent, fromlist=["__path__"])
        folders = getattr(outer, "__path__", None)
        if folders is None:
            raise ModuleNotFoundError(f"__path__ attribute not found on {parent!r} while trying to find {name!r}", name=name)
    spec = _find_in(folders, name)
    if spec is None and name.partition(".")[0] in stdlib_module_names:
        __import__(name)
        spec = getattr(sys.modules.get(name), "__spec__", None) or ModuleSpec(name, SourceFileLoader(name, None))
    return spec


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    import os

    if location is None:
        return None
    path = os.path.abspath(os.fspath(location))
    if loader is None and not path.endswith(".py"):
        return None
    spec = ModuleSpec(name, loader or SourceFileLoader(name, path), origin=path)
    spec.has_location = True
    spec.submodule_search_locations = submodule_search_locations
    return spec


def module_from_spec(spec):
    from types import ModuleType

    create = getattr(spec.loader, "create_module", None)
    module = create(spec) if create is not None else None
    if module is None:
        module = ModuleType(spec.name)
    module.__spec__, module.__loader__, module.__package__ = spec, spec.loader, spec.parent
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
    return module


def decode_source(source_bytes):
    return bytes(source_bytes).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def cache_from_source(path, debug_override=None, *, optimization=None):
    folder, _, name = str(path).rpartition("/")
    return f"{folder + '/' if folder else ''}__pycache__/{name.rpartition('.')[0]}.cpython-312.pyc"


class LazyLoader:
    """The module is made at once: nothing is gained by waiting."""

    def __init__(self, loader):
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        return lambda *args, **keywords: cls(loader(*args, **keywords))

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        self.loader.exec_module(module)
