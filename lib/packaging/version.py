"""packaging.version: versions by PEP 440, in the order that pip has them."""

import re

__all__ = ["VERSION_PATTERN", "InvalidVersion", "Version", "parse"]

VERSION_PATTERN = r"""
    v?
    (?:
        (?:(?P<epoch>[0-9]+)!)?
        (?P<release>[0-9]+(?:\.[0-9]+)*)
        (?P<pre>[-_\.]?(?P<pre_l>alpha|a|beta|b|preview|pre|c|rc)[-_\.]?(?P<pre_n>[0-9]+)?)?
        (?P<post>(?:-(?P<post_n1>[0-9]+))|(?:[-_\.]?(?P<post_l>post|rev|r)[-_\.]?(?P<post_n2>[0-9]+)?))?
        (?P<dev>[-_\.]?(?P<dev_l>dev)[-_\.]?(?P<dev_n>[0-9]+)?)?
    )
    (?:\+(?P<local>[a-z0-9]+(?:[-_\.][a-z0-9]+)*))?
"""
_WHOLE = re.compile(r"^\s*" + VERSION_PATTERN + r"\s*$", re.VERBOSE | re.IGNORECASE)
_STAGES = {"alpha": "a", "beta": "b", "c": "rc", "pre": "rc", "preview": "rc", "rev": "post", "r": "post"}
_LAST = (1, "", 0)


class InvalidVersion(ValueError):
    pass


def parse(version):
    return Version(version)


def _stage(word, number):
    if word is None:
        return None
    word = word.lower()
    return _STAGES.get(word, word), int(number or 0)


def _local(text):
    if text is None:
        return None
    return tuple(int(part) if part.isdigit() else part.lower() for part in re.split(r"[\._-]", text))


class Version:
    def __init__(self, version):
        found = _WHOLE.match(version)
        if found is None:
            raise InvalidVersion(f"Invalid version: {version!r}")
        part = found.group
        self.epoch = int(part("epoch") or 0)
        self.release = tuple(int(number) for number in part("release").split("."))
        self.pre = _stage(part("pre_l"), part("pre_n"))
        post = _stage("post", part("post_n1") or part("post_n2")) if part("post") else None
        dev = _stage(part("dev_l"), part("dev_n"))
        self.post, self.dev = post and post[1], dev and dev[1]
        self._local = _local(part("local"))
        self._key = self._make_key()

    def _make_key(self):
        """1.dev1 < 1a1.dev1 < 1a1 < 1 < 1+local < 1.post1"""
        release = list(self.release)
        while len(release) > 1 and release[-1] == 0:
            release.pop()
        if self.pre is not None:
            pre = (0,) + self.pre
        else:
            pre = (-1, "", 0) if self.post is None and self.dev is not None else _LAST
        post = -1 if self.post is None else self.post
        dev = (0, self.dev) if self.dev is not None else (1, 0)
        local = () if self._local is None else tuple((1, "", part) if isinstance(part, int) else (0, part, 0) for part in self._local)
        return self.epoch, tuple(release), pre, post, dev, (0,) if self._local is None else (1, local)

    @property
    def local(self):
        return None if self._local is None else ".".join(str(part) for part in self._local)

    @property
    def base_version(self):
        epoch = f"{self.epoch}!" if self.epoch else ""
        return epoch + ".".join(str(number) for number in self.release)

    @property
    def public(self):
        return str(self).split("+", 1)[0]

    is_prerelease = property(lambda self: self.dev is not None or self.pre is not None)
    is_postrelease = property(lambda self: self.post is not None)
    is_devrelease = property(lambda self: self.dev is not None)
    major = property(lambda self: self.release[0])
    minor = property(lambda self: self.release[1] if len(self.release) > 1 else 0)
    micro = property(lambda self: self.release[2] if len(self.release) > 2 else 0)

    def __str__(self):
        out = self.base_version
        if self.pre is not None:
            out += f"{self.pre[0]}{self.pre[1]}"
        if self.post is not None:
            out += f".post{self.post}"
        if self.dev is not None:
            out += f".dev{self.dev}"
        return out if self._local is None else f"{out}+{self.local}"

    def __repr__(self):
        return f"<Version('{self}')>"

    def __hash__(self):
        return hash(self._key)

    def _compare(self, other, decide):
        return decide(self._key, other._key) if isinstance(other, Version) else NotImplemented

    def __eq__(self, other):
        return self._compare(other, lambda a, b: a == b)

    def __ne__(self, other):
        return self._compare(other, lambda a, b: a != b)

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)
