"""flask.Config: a dict that fills itself from objects, files and the environment."""

import json
import os


def import_string(name):
    """"package.module.Name" or "package.module:Name"."""
    import importlib

    module, _, attribute = name.replace(":", ".").rpartition(".")
    if not module:
        return importlib.import_module(attribute)
    try:
        return getattr(importlib.import_module(module), attribute)
    except AttributeError:
        return importlib.import_module(name)


class ConfigAttribute:
    def __init__(self, name, get_converter=None):
        self.key, self.convert = name, get_converter

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = instance.config[self.key]
        return self.convert(value) if self.convert else value

    def __set__(self, instance, value):
        instance.config[self.key] = value


class Config(dict):
    def __init__(self, root_path, defaults=None):
        super().__init__(defaults or {})
        self.root_path = root_path

    def from_object(self, obj):
        if isinstance(obj, str):
            obj = import_string(obj)
        for key in dir(obj):
            if key.isupper():
                self[key] = getattr(obj, key)

    def from_mapping(self, mapping=None, **keywords):
        for key, value in {**dict(mapping or {}), **keywords}.items():
            if key.isupper():
                self[key] = value
        return True

    def _text_of(self, filename, silent):
        try:
            with open(os.path.join(self.root_path, filename)) as file:
                return file.read()
        except OSError as error:
            if silent and isinstance(error, (FileNotFoundError, IsADirectoryError, NotADirectoryError)):
                return None
            raise

    def from_pyfile(self, filename, silent=False):
        text = self._text_of(filename, silent)
        if text is None:
            return False
        names = {"__file__": os.path.join(self.root_path, filename), "__name__": "config"}
        exec(compile(text, str(filename), "exec"), names)
        return self.from_mapping({key: value for key, value in names.items() if not key.startswith("__")})

    def from_envvar(self, variable_name, silent=False):
        filename = os.environ.get(variable_name)
        if filename:
            return self.from_pyfile(filename, silent)
        if silent:
            return False
        raise RuntimeError(f"The environment variable {variable_name!r} is not set and as such configuration could "
                           "not be loaded. Set this variable and make it point to a configuration file")

    def from_prefixed_env(self, prefix="FLASK", *, loads=json.loads):
        prefix += "_"
        for name in sorted(os.environ):
            if not name.startswith(prefix):
                continue
            value = os.environ[name]
            try:
                value = loads(value)
            except Exception:
                pass
            *outer, last = name[len(prefix):].split("__")
            place = self
            for key in outer:
                place = place.setdefault(key, {})
            place[last] = value
        return True

    def from_file(self, filename, load, silent=False, text=True):
        content = self._text_of(filename, silent)
        if content is None:
            return False
        import io

        return self.from_mapping(load(io.StringIO(content) if text else io.BytesIO(content.encode())))

    def get_namespace(self, namespace, lowercase=True, trim_namespace=True):
        found = {}
        for key, value in self.items():
            if key.startswith(namespace):
                name = key[len(namespace):] if trim_namespace else key
                found[name.lower() if lowercase else name] = value
        return found

    def __repr__(self):
        return f"<Config {dict.__repr__(self)}>"
