"""A stand-in for Flask: an application that can be set up and asked for its configuration, as Flask-Migrate's
env.py does. It answers no requests; what serves those is accepted and forgotten."""

import logging
import sys

from flask.config import Config, ConfigAttribute

__version__ = "3.1.0"
__incomplete__ = True  # render_template, request, jsonify ...: names without values


def _unknown(path):
    return getattr(sys.modules[__name__], path)


class _Group:
    """app.cli and blueprint.cli: decorators of commands nobody will call."""

    def command(self, *args, **keywords):
        return lambda function: function

    def group(self, *args, **keywords):
        return lambda function: _Group()

    def add_command(self, *args, **keywords):
        pass


class _Scaffold:
    """What an application and a blueprint have in common: places to register functions."""

    def __init__(self, import_name):
        self.import_name, self.cli = import_name, _Group()
        self.view_functions, self.json = {}, _unknown("json")

    @property
    def root_path(self):
        import os

        file = getattr(sys.modules.get(self.import_name), "__file__", None)
        return os.path.dirname(os.path.abspath(file)) if file else os.getcwd()

    def _registering(self, *args, **keywords):
        if len(args) == 1 and not keywords and callable(args[0]):
            return args[0]
        return lambda function: function

    route = get = post = put = patch = delete = endpoint = template_filter = template_test = _registering
    template_global = app_template_filter = app_template_test = app_template_global = _registering
    before_request = after_request = teardown_request = before_app_request = after_app_request = _registering
    teardown_app_request = context_processor = app_context_processor = url_value_preprocessor = _registering
    url_defaults = shell_context_processor = teardown_appcontext = before_first_request = _registering
    app_url_defaults = app_url_value_preprocessor = record = record_once = _registering

    def errorhandler(self, code_or_exception):
        return lambda function: function

    app_errorhandler = errorhandler

    def _registered(self, *args, **keywords):
        pass

    add_url_rule = register_error_handler = add_template_filter = add_template_test = add_template_global = _registered

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return _unknown(f"{type(self).__name__}().{name}")


class Blueprint(_Scaffold):
    def __init__(self, name, import_name, *args, **keywords):
        super().__init__(import_name)
        self.name, self.url_prefix = name, keywords.get("url_prefix")

    def register_blueprint(self, blueprint, **options):
        pass

    def __repr__(self):
        return f"<Blueprint '{self.name}'>"


class Flask(_Scaffold):
    config_class, jinja_options = Config, {}
    testing = ConfigAttribute("TESTING")
    secret_key = ConfigAttribute("SECRET_KEY")
    debug = ConfigAttribute("DEBUG")

    def __init__(self, import_name, static_url_path=None, static_folder="static", static_host=None,
                 host_matching=False, subdomain_matching=False, template_folder="templates", instance_path=None,
                 instance_relative_config=False, root_path=None):
        super().__init__(import_name)
        self.static_folder, self.template_folder = static_folder, template_folder
        self._instance_path = instance_path
        self.config = self.config_class(self.instance_path if instance_relative_config else self.root_path)
        self.config.update(DEBUG=False, TESTING=False, SECRET_KEY=None, PROPAGATE_EXCEPTIONS=None,
                           APPLICATION_ROOT="/", SERVER_NAME=None, PREFERRED_URL_SCHEME="http",
                           MAX_CONTENT_LENGTH=None, SESSION_COOKIE_NAME="session", TEMPLATES_AUTO_RELOAD=None)
        self.extensions, self.blueprints, self.logger = {}, {}, logging.getLogger(self.name)

    @property
    def name(self):
        if "_name" in self.__dict__:
            return self._name
        if self.import_name != "__main__":
            return self.import_name
        import os

        file = getattr(sys.modules.get("__main__"), "__file__", None)
        return os.path.splitext(os.path.basename(file))[0] if file else "__main__"

    @name.setter
    def name(self, value):
        self._name = value

    @property
    def instance_path(self):
        import os

        if self._instance_path:
            return self._instance_path
        root = self.root_path
        if getattr(sys.modules.get(self.import_name), "__path__", None):
            root = os.path.dirname(root)
        return os.path.join(root, "instance")

    def register_blueprint(self, blueprint, **options):
        self.blueprints[options.get("name") or blueprint.name] = blueprint

    def iter_blueprints(self):
        return self.blueprints.values()

    def app_context(self):
        return _AppContext(self)

    test_request_context = lambda self, *args, **keywords: _AppContext(self)

    def run(self, *args, **keywords):
        raise RuntimeError("retort serves no requests: it runs the migrations of this application")

    def __repr__(self):
        return f"<Flask {self.name!r}>"


# --- the current application -------------------------------------------------------------------------------------

_stack = []


class _AppContext:
    def __init__(self, app):
        self.app = app

    def push(self):
        _stack.append(self.app)

    def pop(self, exc=None):
        _stack.pop()

    def __enter__(self):
        self.push()
        return self

    def __exit__(self, *error):
        self.pop()


def _current():
    """The application whose context is open; the first question loads the project's, as the flask command would."""
    if not _stack:
        from flask.cli import locate_app

        _stack.append(locate_app())
    return _stack[-1]


class _CurrentApp:
    def _get_current_object(self):
        return _current()

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(_current(), name)

    def __setattr__(self, name, value):
        setattr(_current(), name, value)

    def __bool__(self):
        return True

    def __repr__(self):
        return repr(_stack[-1]) if _stack else "<current_app>"


current_app = _CurrentApp()


def has_app_context():
    return bool(_stack)


def has_request_context():
    return False
