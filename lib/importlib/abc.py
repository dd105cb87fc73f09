"""importlib.abc: what loaders and finders are called."""

from abc import ABC

from importlib.machinery import PathFinder, SourceFileLoader


class Loader(ABC):
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        raise ImportError


class ResourceLoader(Loader):
    pass


class InspectLoader(Loader):
    pass


class ExecutionLoader(InspectLoader):
    pass


class FileLoader(ResourceLoader, ExecutionLoader):
    pass


class SourceLoader(ResourceLoader, ExecutionLoader):
    pass


class MetaPathFinder(ABC):
    def invalidate_caches(self):
        pass


class PathEntryFinder(MetaPathFinder):
    pass


Loader.register(SourceFileLoader)
SourceLoader.register(SourceFileLoader)
MetaPathFinder.register(PathFinder)
