"""os.environ: a dict of text whose changes reach the environment of this process, until it ends."""

from _posix import environment
from os import putenv, unsetenv


def _text(value):
    if not isinstance(value, str):
        raise TypeError(f"str expected, not {type(value).__name__}")
    return value


class _Environ(dict):
    def __missing__(self, key):
        error = KeyError(key)
        error._hint = f"the environment variable {key} is not set: export {key}=..."
        raise error

    def __setitem__(self, key, value):
        putenv(_text(key), _text(value))
        dict.__setitem__(self, key, value)

    def __delitem__(self, key):
        if _text(key) not in self:
            raise KeyError(key)
        unsetenv(key)
        dict.__delitem__(self, key)

    def __getitem__(self, key):
        _text(key)
        return dict.__getitem__(self, key)

    def get(self, key, default=None):
        return dict.get(self, key, default)

    def __repr__(self):
        return f"environ({dict.__repr__(self)})"

    def __or__(self, other):
        return dict(self) | dict(other) if hasattr(other, "keys") else NotImplemented

    def __ror__(self, other):
        return dict(other) | dict(self) if hasattr(other, "keys") else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def pop(self, key, *default):
        if key in self:
            value = self[key]
            del self[key]
            return value
        if default:
            return default[0]
        raise KeyError(key)

    def popitem(self):
        for key in self:
            return key, self.pop(key)
        raise KeyError

    def clear(self):
        for key in list(self):
            del self[key]

    def update(self, other=(), /, **more):
        pairs = [(key, other[key]) for key in other.keys()] if hasattr(other, "keys") else other
        for key, value in pairs:
            self[key] = value
        for key, value in more.items():
            self[key] = value


environ = _Environ(environment())
