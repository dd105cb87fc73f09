"""Values of settings."""

__incomplete__ = True

import shlex
from collections.abc import Sequence


class CommaSeparatedStrings(Sequence):
    def __init__(self, value):
        if isinstance(value, str):
            words = shlex.shlex(value, posix=True)
            words.whitespace = ","
            words.whitespace_split = True
            self._items = [item.strip() for item in words]
        else:
            self._items = list(value)

    def __len__(self):
        return len(self._items)

    def __getitem__(self, index):
        return self._items[index]

    def __iter__(self):
        return iter(self._items)

    def __repr__(self):
        return f"CommaSeparatedStrings({list(self._items)!r})"

    def __str__(self):
        return ", ".join(repr(item) for item in self)


class Secret:
    """Shown as stars; str() is the value."""

    def __init__(self, value):
        self._value = value

    def __repr__(self):
        return "Secret('**********')"

    def __str__(self):
        return self._value

    def __bool__(self):
        return bool(self._value)
