"""Files by shell patterns."""

import fnmatch
import os


def has_magic(s):
    return any(c in s for c in "*?[")


def escape(pathname):
    return "".join(f"[{c}]" if c in "*?[" else c for c in pathname)


def _list(folder):
    try:
        return sorted(os.listdir(folder or "."))
    except OSError as error:
        if len(error.args) < 2:  # refused to scripts: not a folder that happens to be closed
            raise
        return []


def _expand(root, folder, parts, recursive):
    if not parts:
        yield folder
        return
    part, rest = parts[0], parts[1:]
    where = os.path.join(root, folder) if root else folder
    if part == "**" and recursive:
        yield from _expand(root, folder, rest, recursive)
        for name in _list(where):
            if not name.startswith(".") and os.path.isdir(os.path.join(where, name)):
                yield from _expand(root, os.path.join(folder, name), parts, recursive)
        return
    names = [name for name in _list(where) if fnmatch.fnmatchcase(name, part)
             and (part.startswith(".") or not name.startswith("."))] if has_magic(part) else [part]
    for name in names:
        path = os.path.join(folder, name)
        if os.path.lexists(os.path.join(root, path) if root else path) and (
                not rest or os.path.isdir(os.path.join(root, path) if root else path)):
            yield from _expand(root, path, rest, recursive)


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    pathname = os.fspath(pathname)
    seen = set()
    start = "/" if pathname.startswith("/") else ""
    for path in _expand(os.fspath(root_dir) if root_dir else "", start, [p for p in pathname.split("/") if p], recursive):
        if path and path not in seen:
            seen.add(path)
            yield path


def glob(pathname, **options):
    return list(iglob(pathname, **options))
