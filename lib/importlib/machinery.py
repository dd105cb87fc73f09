"""importlib.machinery: specs, and the loader of source files."""

SOURCE_SUFFIXES, BYTECODE_SUFFIXES, EXTENSION_SUFFIXES = [".py"], [".pyc"], [".so"]


def all_suffixes():
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name, self.loader, self.origin, self.loader_state = name, loader, origin, loader_state
        self.submodule_search_locations = [] if is_package else None
        self.has_location, self.cached = False, None

    @property
    def parent(self):
        return self.name.rpartition(".")[0] if self.submodule_search_locations is None else self.name

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, ModuleSpec) else NotImplemented

    def __repr__(self):
        parts = [f"name={self.name!r}", f"loader={self.loader!r}"]
        if self.origin is not None:
            parts.append(f"origin={self.origin!r}")
        if self.submodule_search_locations is not None:
            parts.append(f"submodule_search_locations={self.submodule_search_locations}")
        return f"{type(self).__name__}({', '.join(parts)})"


class SourceFileLoader:
    def __init__(self, fullname, path):
        self.name, self.path = fullname, path

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(compile(self.get_data(self.path), self.path, "exec"), module.__dict__)

    def load_module(self, fullname=None):
        import sys
        from importlib.util import module_from_spec, spec_from_file_location

        module = module_from_spec(spec_from_file_location(fullname or self.name, self.path, loader=self))
        sys.modules[fullname or self.name] = module
        self.exec_module(module)
        return module

    def get_filename(self, name=None):
        return self.path

    def get_data(self, path):
        with open(path, "rb") as file:
            return file.read()

    def get_source(self, fullname=None):
        from importlib.util import decode_source

        return decode_source(self.get_data(self.path))

    def is_package(self, fullname=None):
        return self.path.rpartition("/")[2] == "__init__.py"


class PathFinder:
    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        from importlib.util import find_spec

        return find_spec(fullname)

    @classmethod
    def invalidate_caches(cls):
        pass


class FileFinder(PathFinder):
    pass


BuiltinImporter = FrozenImporter = PathFinder
SourcelessFileLoader = ExtensionFileLoader = SourceFileLoader
