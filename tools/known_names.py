"""known_names.py -- the public names and modules of SQLAlchemy and Alembic, as C text for src/bind/known_names.inc:

    python3 tools/known_names.py >src/bind/known_names.inc        (with both installed)

A script may import what it does not use here: a name of this list that Retort does not have is like one of a module that
is not available, while a misspelt one is an error at once.
"""
import importlib
import pathlib
import types

import alembic
import sqlalchemy

SKIPPED = ("testing", "templates", "connectors", "cyextension", "_cyextension", "plugin", "mypy", "dialects.mysql.", "dialects.mssql.",
           "dialects.oracle.")


def modules(package):
    root = pathlib.Path(package.__path__[0])
    for file in sorted(root.rglob("*.py")):
        parts = file.relative_to(root).with_suffix("").parts
        short = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if short and not short.startswith(SKIPPED) and not parts[-1].endswith("__main__"):
            yield f"{package.__name__}.{short}"


def is_own(package, key, value):
    """Its classes, functions and objects, and constants such as LABEL_STYLE_NONE."""
    module = getattr(value, "__module__", None)
    if isinstance(module, str):
        return module.startswith(package.__name__) and not isinstance(value, types.ModuleType)
    return key.isupper() and key != "TYPE_CHECKING"


def names_of(package):
    names, inside = set(), []
    for name in [package.__name__, *modules(package)]:
        try:
            module = importlib.import_module(name)
        except (ImportError, AttributeError):
            continue
        inside.append(name.partition(".")[2])
        for key, value in vars(module).items():
            if not key.startswith("_") and is_own(package, key, value):
                names.add(key)
    return sorted(names), sorted(filter(None, inside))


def show(macro, words):
    print(f"#define {macro} \\\n    \" \" \\")
    line = ""
    for word in words:
        if len(line) + len(word) > 100:
            print(f'    "{line}" \\')
            line = ""
        line += word + " "
    print(f'    "{line}"\n')


print("/* Written by tools/known_names.py. */\n")
for package in (sqlalchemy, alembic):
    names, inside = names_of(package)
    show(f"{package.__name__.upper()}_KNOWN_NAMES", names)
    show(f"{package.__name__.upper()}_KNOWN_MODULES", inside)
