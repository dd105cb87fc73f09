"""flask.cli: which application the project has, found as the flask command finds it (FLASK_APP, wsgi.py, app.py)."""

import importlib
import os
import re
import sys

__incomplete__ = True


class NoAppException(RuntimeError):
    pass


class AppGroup:
    def __init__(self, *args, **keywords):
        pass

    def command(self, *args, **keywords):
        return lambda function: function

    def group(self, *args, **keywords):
        return lambda function: AppGroup()


class FlaskGroup(AppGroup):
    pass


def with_appcontext(function):
    return function


def load_dotenv(path=None, load_defaults=True):
    from dotenv import load_dotenv as load

    return any([load(name) for name in ([path] if path else [".env", ".flaskenv"]) if os.path.exists(name)])


def _factory_result(factory, arguments=(), keywords=None):
    try:
        return factory(*arguments, **(keywords or {}))
    except TypeError as error:
        raise NoAppException(f"Detected factory {factory.__name__!r}, but could not call it without arguments: {error}. "
                             f"Use FLASK_APP='module:{factory.__name__}(args)' to specify arguments.") from error


def find_best_app(module):
    from flask import Flask

    for name in ("app", "application"):
        if isinstance(getattr(module, name, None), Flask):
            return getattr(module, name)
    found = [value for value in module.__dict__.values() if isinstance(value, Flask)]
    if len(found) > 1:
        raise NoAppException(f"Detected multiple Flask applications in module {module.__name__!r}. "
                             f"Use FLASK_APP='{module.__name__}:name' to specify the correct one.")
    if found:
        return found[0]
    for name in ("create_app", "make_app"):
        factory = getattr(module, name, None)
        if callable(factory):
            app = _factory_result(factory)
            if isinstance(app, Flask):
                return app
    raise NoAppException(f"Failed to find Flask application or factory in module {module.__name__!r}. "
                         f"Use FLASK_APP='{module.__name__}:name' to specify one.")


def _parsed(text):
    """"create_app('config', debug=True)": its name, and what it is called with, which must be literals."""
    found = re.fullmatch(r"\s*([^\W\d]\w*)\s*(\(.*\))?\s*", text, re.DOTALL)
    if not found:
        raise NoAppException(f"Failed to parse {text!r} as an attribute name or function call.")
    name, call = found.groups()
    if not call:
        return name, (), None
    try:
        return name, *eval("take" + call, {"take": lambda *arguments, **keywords: (arguments, keywords), "__builtins__": {}})
    except (NameError, SyntaxError):
        raise NoAppException(f"Failed to parse arguments as literal values: {text!r}.") from None


def find_app_by_string(module, text):
    from flask import Flask

    name, arguments, keywords = _parsed(text)
    if not hasattr(module, name):
        raise NoAppException(f"Failed to find attribute {name!r} in {module.__name__!r}.")
    found = getattr(module, name)
    if not isinstance(found, Flask) and callable(found):
        found = _factory_result(found, arguments, keywords)
    if isinstance(found, Flask):
        return found
    raise NoAppException(f"A valid Flask application was not obtained from '{module.__name__}:{text}'.")


def prepare_import(path):
    """The module's name; its folder goes on sys.path."""
    path = os.path.abspath(path)
    if path.endswith(".py"):
        path = path[:-3]
    if os.path.basename(path) == "__init__":
        path = os.path.dirname(path)
    parts = []
    while True:
        path, part = os.path.split(path)
        parts.append(part)
        if not os.path.exists(os.path.join(path, "__init__.py")):
            break
    if path not in sys.path:
        sys.path.insert(0, path)
    return ".".join(reversed(parts))


def _load(path, text=None):
    name = prepare_import(path.strip())
    if "/" not in name and name in sys.modules:
        module = sys.modules[name]
    else:
        module = importlib.import_module(name)
    return find_app_by_string(module, text) if text else find_best_app(module)


def locate_app():
    if not os.environ.get("FLASK_SKIP_DOTENV"):
        load_dotenv()
    named = os.environ.get("FLASK_APP")
    if named:
        path, _, text = named.partition(":")
        return _load(path, text or None)
    for path in ("wsgi.py", "app.py"):
        if os.path.exists(path):
            return _load(path)
    raise NoAppException("current_app: could not locate a Flask application. Set the FLASK_APP environment variable to "
                         "the module or factory that makes it, or write a 'wsgi.py' or 'app.py' in the current "
                         "directory.")
