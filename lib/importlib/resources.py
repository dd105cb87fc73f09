"""importlib.resources: files beside the modules of a package."""

from contextlib import contextmanager
from pathlib import Path

__all__ = ["Package", "as_file", "contents", "files", "is_resource", "open_binary", "open_text", "path", "read_binary",
           "read_text"]

Package = "Package"


def files(anchor=None):
    from importlib import import_module

    if anchor is None:
        raise TypeError("files() needs a package in this Python dialect")
    module = import_module(anchor) if isinstance(anchor, str) else anchor
    folders = getattr(module, "__path__", None)
    if folders:
        return Path(list(folders)[0])
    place = getattr(module, "__file__", None)
    if place is None:
        raise TypeError(f"{module.__name__!r} has no files")
    return Path(place).parent


@contextmanager
def as_file(path):
    yield path


def open_binary(package, resource):
    return (files(package) / resource).open("rb")


def open_text(package, resource, encoding="utf-8", errors="strict"):
    return (files(package) / resource).open("r", encoding=encoding, errors=errors)


def read_binary(package, resource):
    return (files(package) / resource).read_bytes()


def read_text(package, resource, encoding="utf-8", errors="strict"):
    return (files(package) / resource).read_text(encoding=encoding, errors=errors)


def path(package, resource):
    return as_file(files(package) / resource)


def is_resource(package, name):
    return (files(package) / name).is_file()


def contents(package):
    return [one.name for one in files(package).iterdir()]
