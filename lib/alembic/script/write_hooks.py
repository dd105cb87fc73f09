"""alembic.script.write_hooks: functions of env.py that run on every new revision file."""

_registry = {}


def register(name):
    """Decorator: the function becomes the post-write hook type `name`; it is called with (path, options)."""

    def add(function):
        _registry[name] = function
        return function

    return add
