"""importlib.metadata: no packages are installed here. The version of one is that of the project's lock file, else the
lowest that its requirements allow, since code asks for versions to know what it may use."""

import os
import re

_PLACES = 6


class PackageNotFoundError(ModuleNotFoundError):
    def __str__(self):
        return f"No package metadata was found for {self.name}"

    @property
    def name(self):
        return self.args[0]


def _plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def _folders():
    folder, out = os.getcwd(), []
    while len(out) < _PLACES:
        out.append(folder)
        outer = os.path.dirname(folder)
        if outer == folder or os.path.exists(os.path.join(folder, ".git")):
            break
        folder = outer
    return out


def _read(folder, name):
    try:
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError):
        return None


def _toml(text):
    import tomllib

    try:
        return tomllib.loads(text)
    except ValueError:
        return {}


def _from_lock(text, name):
    """uv.lock, poetry.lock and pdm.lock: tables of name and version."""
    for block in re.split(r"(?m)^\[\[package\]\]\s*$", text)[1:]:
        found = dict(re.findall(r'(?m)^(name|version) = "([^"]*)"', block))
        if _plain(found.get("name", "")) == name:
            return found.get("version")
    return None


def _lowest(requirement, name):
    """The version of `name` in one line of requirements; "0" where any will do."""
    found = re.match(r"\s*([A-Za-z0-9][A-Za-z0-9._-]*)\s*(\[[^\]]*\])?\s*\(?([^;#)]*)", requirement)
    if found is None or _plain(found.group(1)) != name:
        return None
    bounds = re.findall(r"(==|>=|~=|===|\^|~)\s*([0-9][A-Za-z0-9.!+_-]*)", found.group(3))
    return bounds[0][1].rstrip(".*") if bounds else "0"


def _first(candidates):
    return next((found for found in candidates if found is not None), None)


def _poetry_version(wanted):
    if isinstance(wanted, dict):
        wanted = wanted.get("version", "*")
    found = re.search(r"[0-9][A-Za-z0-9.]*", wanted) if isinstance(wanted, str) else None
    return found.group() if found else "0"


def _from_project(data, name):
    project, poetry = data.get("project", {}), data.get("tool", {}).get("poetry", {})
    for own in (project, poetry):
        if _plain(own.get("name", "")) == name and "version" in own:
            return own["version"]
    listed = list(project.get("dependencies", []))
    for more in project.get("optional-dependencies", {}).values():
        listed += more
    found = _first(_lowest(one, name) for one in listed)
    if found is not None:
        return found
    wanted = {_plain(key): value for key, value in poetry.get("dependencies", {}).items()}
    return _poetry_version(wanted[name]) if name in wanted else None


def _requirement_files(folder):
    inner = os.path.join(folder, "requirements")
    names = sorted(one for one in os.listdir(folder) if one.startswith("requirements") and one.endswith(".txt"))
    if os.path.isdir(inner):
        names += sorted(os.path.join("requirements", one) for one in os.listdir(inner) if one.endswith(".txt"))
    return names


def _version_in(folder, name):
    for lock in ("uv.lock", "poetry.lock", "pdm.lock"):
        text = _read(folder, lock)
        found = _from_lock(text, name) if text else None
        if found is not None:
            return found
    text = _read(folder, "pyproject.toml")
    found = _from_project(_toml(text), name) if text else None
    if found is not None:
        return found
    texts = [_read(folder, one) or "" for one in _requirement_files(folder)]
    return _first(_lowest(line, name) for text in texts for line in text.splitlines())


def version(distribution_name):
    try:
        found = _first(_version_in(folder, _plain(distribution_name)) for folder in _folders())
    except OSError:
        found = None
    if found is None:
        raise PackageNotFoundError(distribution_name)
    return found


class Distribution:
    def __init__(self, name):
        self.version = version(name)
        self.metadata = {"Name": name, "Version": self.version}
        self.entry_points, self.files, self.requires = [], None, None

    name = property(lambda self: self.metadata["Name"])


def distribution(distribution_name):
    return Distribution(distribution_name)


def metadata(distribution_name):
    return Distribution(distribution_name).metadata


def entry_points(**options):
    return []


def distributions(**options):
    return []


def packages_distributions():
    return {}
