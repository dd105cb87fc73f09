"""starlette.config: settings out of the environment and a file."""

import os
import warnings
from collections.abc import MutableMapping


class undefined:
    pass


class EnvironError(Exception):
    pass


class Environ(MutableMapping):
    """os.environ, where what was read can no longer be changed."""

    def __init__(self, environ=os.environ):
        self._environ, self._has_been_read = environ, set()

    def __getitem__(self, key):
        self._has_been_read.add(key)
        return self._environ[key]

    def __setitem__(self, key, value):
        self._refuse("set", key)
        self._environ[key] = value

    def __delitem__(self, key):
        self._refuse("delete", key)
        del self._environ[key]

    def _refuse(self, what, key):
        if key in self._has_been_read:
            raise EnvironError(f"Attempting to {what} environ['{key}'], but the value has already been read.")

    def __iter__(self):
        return iter(self._environ)

    def __len__(self):
        return len(self._environ)


environ = Environ()
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


class Config:
    def __init__(self, env_file=None, environ=environ, env_prefix="", encoding="utf-8"):
        self.environ, self.env_prefix, self.file_values = environ, env_prefix, {}
        if env_file is not None and os.path.isfile(env_file):
            self.file_values = self._read_file(env_file, encoding)
        elif env_file is not None:
            warnings.warn(f"Config file '{env_file}' not found.")

    def __call__(self, key, cast=None, default=undefined):
        return self.get(key, cast, default)

    def get(self, key, cast=None, default=undefined):
        key = self.env_prefix + key
        for values in self.environ, self.file_values:
            if key in values:
                return self._perform_cast(key, values[key], cast)
        if default is not undefined:
            return self._perform_cast(key, default, cast)
        raise KeyError(f"Config '{key}' is missing, and has no default.")

    def _read_file(self, file_name, encoding="utf-8"):
        values = {}
        with open(file_name, encoding=encoding) as lines:
            for line in lines:
                line = line.strip()
                if "=" in line and not line.startswith("#"):
                    key, value = line.split("=", 1)
                    values[key.strip()] = value.strip().strip("\"'")
        return values

    def _perform_cast(self, key, value, cast=None):
        if cast is None or value is None:
            return value
        if cast is bool and isinstance(value, str):
            if value.lower() not in _BOOLEANS:
                raise ValueError(f"Config '{key}' has value '{value}'. Not a valid bool.")
            return _BOOLEANS[value.lower()]
        try:
            return cast(value)
        except (TypeError, ValueError):
            raise ValueError(f"Config '{key}' has value '{value}'. Not a valid {cast.__name__}.")
