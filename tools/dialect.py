"""dialect.py -- writes docs/dialect-tables.md: which built-ins, methods and modules scripts find here, beside CPython's.

    retort run tools/dialect.py > docs/dialect-tables.md            (make dialect)
    retort run tools/dialect.py --check docs/dialect-tables.md      names that the file promises and that are not there
    python3.12 tools/dialect.py --record > tools/cpython_names.txt  what CPython has: once for a new version

A name of CPython's that is missing stands in the last column; names of CPython's that begin with an underscore are
counted only where they are methods.
"""
import builtins
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
RECORD = os.path.join(HERE, "cpython_names.txt")
TYPES = ["object", "bool", "int", "float", "complex", "str", "bytes", "bytearray", "list", "tuple", "dict", "set", "frozenset",
         "range", "slice", "property", "type", "BaseException", "BaseExceptionGroup"]
# what only makes sense inside CPython
INSIDE = {"__reduce__", "__reduce_ex__", "__getnewargs__", "__sizeof__", "__subclasshook__", "__getformat__", "__alloc__", "__buffer__",
          "__release_buffer__", "__setstate__", "__getstate__", "__basicsize__", "__dictoffset__", "__flags__", "__itemsize__",
          "__weakrefoffset__", "__text_signature__", "__abstractmethods__", "__doc__"}
SKIPPED = {"antigravity", "this", "idlelib", "lib2to3", "tkinter", "turtle", "turtledemo", "ensurepip", "venv", "pydoc_data", "test",
           "__main__", "pty", "tty", "curses", "distutils"}
# their constants would fill pages
CONSTANTS = {"errno", "os", "select", "signal", "socket", "sqlite3", "ssl", "stat", "resource", "termios", "fcntl"}
PACKAGED = ["collections.abc", "concurrent.futures", "email.message", "email.utils", "html.parser", "http.client", "importlib.metadata",
            "importlib.resources", "importlib.util", "json.decoder", "json.encoder", "logging.config", "logging.handlers", "os.path",
            "unittest.mock", "urllib.error", "urllib.parse", "urllib.request", "xml.etree.ElementTree", "zoneinfo"]


# --- CPython's side


def record():
    names = {m for m in sys.stdlib_module_names if m[0] != "_" and m not in SKIPPED}
    print("# The public names of CPython %d.%d, by tools/dialect.py --record." % sys.version_info[:2])
    for name in TYPES:
        print(f"type {name}:", *sorted(set(dir(getattr(builtins, name))) - INSIDE - (set(dir(object)) if name != "object" else set())))
    for module in sorted(names | set(PACKAGED)):
        try:
            made = __import__(module, fromlist=["x"])
        except ImportError:
            continue
        public = getattr(made, "__all__", None) or [n for n in dir(made) if n[0] != "_" and type(getattr(made, n)) is not type(sys)]
        if module in CONSTANTS:
            public = [n for n in public if not n.isupper()]
        print(f"module {module}:", *sorted(set(public)))


def read_record():
    kinds = {"type": {}, "module": {}}
    with open(RECORD, encoding="utf-8") as f:
        for line in f:
            if line[0] != "#":
                head, _, names = line.partition(":")
                kind, name = head.split()
                kinds[kind][name] = names.split()
    return kinds


# --- this side


def find_module(name):
    space = {}
    exec(f"try:\n    import {name} as found\nexcept ImportError:\n    found = None", space)
    return space["found"]


def has(owner, name):
    try:
        getattr(owner, name)
    except AttributeError:
        return False
    except Exception:
        pass
    return True


def split(owner, wanted):
    there = [n for n in wanted if has(owner, n)]
    return there, [n for n in wanted if n not in there]


def row(name, there, missing):
    def words(names):
        return "`" + " ".join(names) + "`" if names else "-"

    print(f"| `{name}` | {words(there)} | {words(missing)} |")


def tables():
    kinds = read_record()
    print("# What scripts find: the tables\n")
    print("Made by `make dialect` from the binary itself; the names to compare with are those of CPython 3.12. How the dialect behaves, and")
    print("where it differs on purpose, is told in [dialect.md](dialect.md). A module that is not listed is opaque: it imports, and its")
    print("first use that needs a value is an error that names the import.\n")
    print("## Built-in types\n\n| type | attributes and methods | missing |\n|---|---|---|")
    for name, wanted in kinds["type"].items():
        row(name, *split(getattr(builtins, name), wanted))
    print("\n## Built-in functions and exceptions\n\n| | there | missing |\n|---|---|---|")
    row("builtins", *split(builtins, kinds["module"]["builtins"]))
    print("\n## Modules\n\n| module | names | missing |\n|---|---|---|")
    absent = []
    for name, wanted in kinds["module"].items():
        made = find_module(name) if name != "builtins" else None
        if made:
            row(name, *split(made, wanted))
        elif name != "builtins":
            absent.append(name)
    print("\n## Modules of CPython that are opaque here\n")
    print(" ".join(f"`{n}`" for n in absent))


def check(path):
    """A promise that the binary does not keep fails; a name that came since only asks for a new table."""
    code, kind = 0, None
    with open(path, encoding="utf-8") as f:
        for line in f:
            if line.startswith("## "):
                kind = line[3:].strip()
            if not line.startswith("| `") or not kind:
                continue
            name, there, missing = [cell.strip().strip("`") for cell in line.strip().strip("|").split("|")]
            owner = builtins if name == "builtins" else getattr(builtins, name) if kind == "Built-in types" else find_module(name)
            lost = [n for n in there.split() if n != "-" and not (owner and has(owner, n))]
            come = [n for n in missing.split() if n != "-" and owner and has(owner, n)]
            if lost:
                print(f"{path}: {name}: not there: {' '.join(lost)}")
                code = 1
            if come:
                print(f"{path}: {name}: there by now, run `make dialect`: {' '.join(come)}", file=sys.stderr)
    return code


if __name__ == "__main__":
    if sys.argv[1:] == ["--record"]:
        record()
    elif sys.argv[1:2] == ["--check"]:
        sys.exit(check(sys.argv[2]))
    else:
        tables()
