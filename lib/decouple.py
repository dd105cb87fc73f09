"""python-decouple: settings from the environment, then .env or settings.ini."""

import os


class UndefinedValueError(Exception):
    pass


class Undefined:
    pass


undefined = Undefined()
TRUE_VALUES = {"y", "yes", "t", "true", "on", "1"}
FALSE_VALUES = {"n", "no", "f", "false", "off", "0"}


def strtobool(value):
    if isinstance(value, bool):
        return value
    value = value.lower()
    if value in TRUE_VALUES:
        return True
    if value in FALSE_VALUES:
        return False
    raise ValueError("Invalid truth value: " + value)


class RepositoryEmpty:
    def __init__(self, source="", encoding="UTF-8"):
        pass

    def __contains__(self, key):
        return False

    def __getitem__(self, key):
        return None


class RepositoryEnv(RepositoryEmpty):
    def __init__(self, source, encoding="UTF-8"):
        self.data = {}
        with open(source, encoding=encoding) as file:
            for line in file:
                line = line.strip()
                if not line or line.startswith("#") or "=" not in line:
                    continue
                key, value = line.split("=", 1)
                key, value = key.strip(), value.strip()
                if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
                    value = value[1:-1]
                self.data[key] = value

    def __contains__(self, key):
        return key in os.environ or key in self.data

    def __getitem__(self, key):
        return self.data[key]


class RepositoryIni(RepositoryEmpty):
    SECTION = "settings"

    def __init__(self, source, encoding="UTF-8"):
        from configparser import ConfigParser

        self.parser = ConfigParser()
        self.parser.read(source, encoding=encoding)

    def __contains__(self, key):
        return key in os.environ or self.parser.has_option(self.SECTION, key)

    def __getitem__(self, key):
        return self.parser.get(self.SECTION, key)


class RepositorySecret(RepositoryEmpty):
    def __init__(self, source="/run/secrets/"):
        self.data = {}
        for name in os.listdir(source) if os.path.isdir(source) else ():
            with open(os.path.join(source, name)) as file:
                self.data[name] = file.read()

    def __contains__(self, key):
        return key in os.environ or key in self.data

    def __getitem__(self, key):
        return self.data[key]


class Config:
    def __init__(self, repository):
        self.repository = repository

    def get(self, option, default=undefined, cast=undefined):
        if option in os.environ:
            value = os.environ[option]
        elif option in self.repository:
            value = self.repository[option]
        elif default is undefined:
            raise UndefinedValueError(f"{option} not found. Declare it as envvar or define a default value.")
        else:
            value = default
        if cast is undefined:
            return value
        if cast is bool:
            return bool(value) if not isinstance(value, str) else bool(value) and strtobool(value)
        return cast(value)

    __call__ = get


class AutoConfig:
    SUPPORTED = (("settings.ini", RepositoryIni), (".env", RepositoryEnv))

    def __init__(self, search_path=None):
        self.search_path = search_path
        self.config = None

    def _load(self):
        folder = os.path.abspath(self.search_path or os.getcwd())
        while True:
            for name, repository in self.SUPPORTED:
                path = os.path.join(folder, name)
                if os.path.isfile(path):
                    return Config(repository(path))
            parent = os.path.dirname(folder)
            if parent == folder:
                return Config(RepositoryEmpty())
            folder = parent

    def __call__(self, *args, **keywords):
        if self.config is None:
            self.config = self._load()
        return self.config(*args, **keywords)


config = AutoConfig()


class Csv:
    def __init__(self, cast=str, delimiter=",", strip=" \t\n\r\x0b\x0c", post_process=list):
        self.cast, self.delimiter, self.strip, self.post_process = cast, delimiter, strip, post_process

    def __call__(self, value):
        if value is None:
            return self.post_process()
        parts = [part.strip(self.strip) for part in value.split(self.delimiter)]
        parts = [part[1:-1] if len(part) > 1 and part[0] == part[-1] and part[0] in "'\"" else part for part in parts]
        return self.post_process(self.cast(part) for part in parts if part)


class Choices:
    def __init__(self, flat=None, cast=str, choices=None):
        self.cast = cast
        self._valid = list(flat or []) + [value for value, _ in choices or []]

    def __call__(self, value):
        made = self.cast(value)
        if made not in self._valid:
            raise ValueError(f"Value not in list: {value!r}; valid values are {self._valid!r}")
        return made
