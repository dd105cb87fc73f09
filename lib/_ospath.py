"""The rarer functions of os.path."""

import os


def relpath(path, start=os.curdir):
    path = os.fspath(path)
    if not path:
        raise ValueError("no path specified")
    begin = [part for part in os.path.abspath(os.fspath(start)).split("/") if part]
    goal = [part for part in os.path.abspath(path).split("/") if part]
    same = len(commonprefix([begin, goal]))
    parts = [".."] * (len(begin) - same) + goal[same:]
    return "/".join(parts) if parts else "."


def commonprefix(items):
    if not items:
        return ""
    low, high = min(items), max(items)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    paths = [os.fspath(path) for path in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len({path.startswith("/") for path in paths}) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    split = [[part for part in path.split("/") if part and part != "."] for path in paths]
    return ("/" if paths[0].startswith("/") else "") + "/".join(commonprefix(split))


def splitroot(path):
    path = os.fspath(path)
    sep, empty = (b"/", b"") if isinstance(path, bytes) else ("/", "")
    if path[:1] != sep:
        return empty, empty, path
    # exactly two slashes are a root of their own
    root = path[:2] if path[1:2] == sep and path[2:3] != sep else path[:1]
    return empty, root, path[len(root):]


def expandvars(path):
    import re

    def value(match):
        name = match.group(1)
        if name.startswith("{") and name.endswith("}"):
            name = name[1:-1]
        return os.environ.get(name, match.group(0))

    return re.sub(r"\$(\w+|\{[^}]*\})", value, os.fspath(path))


def getsize(path):
    return os.stat(path).st_size


def getmtime(path):
    return os.stat(path).st_mtime


def getatime(path):
    return os.stat(path).st_atime


def getctime(path):
    return os.stat(path).st_ctime


def samefile(a, b):
    a, b = os.stat(a), os.stat(b)
    return a.st_ino == b.st_ino and a.st_dev == b.st_dev


def ismount(path):
    path = os.path.realpath(path)
    if path == "/":
        return True
    try:
        return os.stat(path).st_dev != os.stat(os.path.join(path, "..")).st_dev
    except OSError:
        return False


supports_unicode_filenames = False
