"""A stand-in for toml: reading, by tomllib."""

__incomplete__ = True

import tomllib
from tomllib import TOMLDecodeError as TomlDecodeError  # noqa: F401

__version__ = "0.10.2"


def loads(text, _dict=dict, decoder=None):
    return tomllib.loads(text)


def load(file, _dict=dict, decoder=None):
    """A path, several of them, or an open file of text."""
    if isinstance(file, (list, tuple)):
        found = {}
        for one in file:
            found.update(load(one))
        return found
    if hasattr(file, "read"):
        return loads(file.read())
    with open(file, encoding="utf-8") as opened:
        return loads(opened.read())
