"""packaging.specifiers: ">=1.4,<2", and which versions that lets in."""

import re

from packaging.version import Version

_ONE = re.compile(r"^\s*(~=|===|==|!=|<=|>=|<|>)\s*([^\s,]+)\s*$")


class InvalidSpecifier(ValueError):
    pass


def _version(value):
    return value if isinstance(value, Version) else Version(value)


def _padded(release, length):
    return tuple(release) + (0,) * (length - len(release))


def _starts(version, prefix):
    """Whether 1.4.2 is one of 1.4.*"""
    wanted = Version(prefix)
    length = len(wanted.release)
    return version.epoch == wanted.epoch and _padded(version.release, length)[:length] == wanted.release


def _without_local(version):
    return Version(version.public)


def _equals(version, text):
    if text.endswith(".*"):
        return _starts(version, text[:-2])
    wanted = Version(text)
    return (version if wanted.local is not None else _without_local(version)) == wanted


def _compatible(version, text):
    release = Version(text).release
    if len(release) < 2:
        raise InvalidSpecifier(f"Invalid specifier: '~={text}'")
    return _without_local(version) >= Version(text) and _starts(version, ".".join(str(n) for n in release[:-1]))


def _below(version, text):
    wanted = Version(text)
    if version.is_prerelease and not wanted.is_prerelease and Version(version.base_version) == Version(wanted.base_version):
        return False
    return version < wanted


def _above(version, text):
    wanted = Version(text)
    if Version(version.base_version) == Version(wanted.base_version) and (
            version.is_postrelease and not wanted.is_postrelease or version.local is not None):
        return False
    return version > wanted


_RULES = {
    "==": _equals,
    "!=": lambda version, text: not _equals(version, text),
    "<=": lambda version, text: _without_local(version) <= Version(text),
    ">=": lambda version, text: _without_local(version) >= Version(text),
    "<": _below,
    ">": _above,
    "~=": _compatible,
    "===": lambda version, text: str(version).lower() == text.lower(),
}


class Specifier:
    def __init__(self, spec="", prereleases=None):
        found = _ONE.match(spec)
        if found is None:
            raise InvalidSpecifier(f"Invalid specifier: {spec!r}")
        self.operator, self.version = found.groups()
        self._prereleases = prereleases

    @property
    def prereleases(self):
        if self._prereleases is not None:
            return self._prereleases
        if self.operator in ("==", ">=", "<=", "~=", "==="):
            text = self.version[:-2] if self.version.endswith(".*") else self.version
            return Version(text).is_prerelease
        return False

    def contains(self, item, prereleases=None):
        version = _version(item)
        allowed = self.prereleases if prereleases is None else prereleases
        return (allowed or not version.is_prerelease) and _RULES[self.operator](version, self.version)

    __contains__ = contains

    def filter(self, iterable, prereleases=None):
        return (item for item in iterable if self.contains(item, prereleases))

    def __str__(self):
        return self.operator + self.version

    def __repr__(self):
        return f"<Specifier('{self}')>"

    def __hash__(self):
        return hash(str(self))

    def __eq__(self, other):
        return str(self) == str(other)


class SpecifierSet:
    def __init__(self, specifiers="", prereleases=None):
        self._all = [Specifier(one) for one in specifiers.split(",") if one.strip()]
        self._prereleases = prereleases

    @property
    def prereleases(self):
        if self._prereleases is not None:
            return self._prereleases
        return any(one.prereleases for one in self._all) if self._all else None

    def contains(self, item, prereleases=None, installed=None):
        version = _version(item)
        allowed = self.prereleases if prereleases is None else prereleases
        if not allowed and version.is_prerelease:
            return False
        return all(one.contains(version, prereleases=True) for one in self._all)

    __contains__ = contains

    def filter(self, iterable, prereleases=None):
        return (item for item in iterable if self.contains(item, prereleases))

    def __and__(self, other):
        return SpecifierSet(",".join([str(self), str(other)]))

    def __iter__(self):
        return iter(self._all)

    def __len__(self):
        return len(self._all)

    def __str__(self):
        return ",".join(sorted(str(one) for one in self._all))

    def __repr__(self):
        return f"<SpecifierSet('{self}')>"

    def __hash__(self):
        return hash(str(self))

    def __eq__(self, other):
        return str(self) == str(other)
