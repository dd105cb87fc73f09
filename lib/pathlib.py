"""Paths as objects; reading only, unless writing is allowed."""

import os


def _text(part):
    if isinstance(part, PurePath):
        return part._path
    path = os.fspath(part) if isinstance(part, str) or hasattr(part, "__fspath__") else None
    if not isinstance(path, str):
        raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                        f"not {type(part).__name__!r}")
    return path


class _Parents(tuple):
    """path.parents: a sequence that tells a wrong index as itself."""

    def __getitem__(self, index):
        if isinstance(index, int) and not -len(self) <= index < len(self):
            raise IndexError(index)
        return tuple.__getitem__(self, index)

    def __repr__(self):
        return f"<{type(self[0]).__name__ if self else 'PosixPath'}.parents>"


def _tidy(path):
    root = "//" if path.startswith("//") and not path.startswith("///") else "/" if path.startswith("/") else ""
    return root + "/".join([part for part in path.split("/") if part and part != "."]) or "."


class PurePath:
    def __init__(self, *parts):
        self._path = _tidy(os.path.join(*[_text(part) for part in parts])) if parts else "."

    def _make(self, path):
        return type(self)(path)

    @property
    def parts(self):
        if self._path == ".":
            return ()
        names = tuple([part for part in self._path.split("/") if part])
        return (self.root,) + names if self.root else names

    @property
    def root(self):
        return "/" if self._path.startswith("/") else ""

    anchor = root
    drive = ""

    @property
    def name(self):
        return "" if self._path in (".", "/") else os.path.basename(self._path)

    @property
    def suffix(self):
        return os.path.splitext(self.name)[1] if not self.name.endswith(".") else ""

    @property
    def suffixes(self):
        return ["." + part for part in self.name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        return self.name[:len(self.name) - len(self.suffix)] if self.suffix else self.name

    @property
    def parent(self):
        return self._make(os.path.dirname(self._path) or ".")

    @property
    def parents(self):
        found, path = [], self
        while path.parent._path != path._path:
            path = path.parent
            found.append(path)
        return _Parents(found)

    def with_segments(self, *parts):
        return type(self)(*parts)

    def joinpath(self, *parts):
        return self._make(os.path.join(self._path, *[_text(part) for part in parts]))

    def __truediv__(self, part):
        try:
            return self.joinpath(part)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, part):
        try:
            return self._make(os.path.join(_text(part), self._path))
        except TypeError:
            return NotImplemented

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self.parent / name

    def with_suffix(self, suffix):
        if "/" in suffix or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(self.stem + suffix)

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def is_absolute(self):
        return self._path.startswith("/")

    def is_relative_to(self, *other):
        base = PurePath(*other)
        return base == self or base in self.parents

    def relative_to(self, *other, walk_up=False):
        base = PurePath(*other)
        for up, ancestor in enumerate((base,) + base.parents):
            if self.is_relative_to(ancestor):
                break
            if not walk_up:
                raise ValueError(f"{self._path!r} is not in the subpath of {base._path!r}")
            if ancestor.name == "..":
                raise ValueError(f"'..' segment in {base._path!r} cannot be walked")
        else:
            raise ValueError(f"{self._path!r} and {base._path!r} have different anchors")
        return self._make("/".join([".."] * up + list(self.parts[len(ancestor.parts):])) or ".")

    def match(self, pattern):
        import fnmatch

        if not pattern:
            raise ValueError("empty pattern")
        wanted = [part for part in pattern.split("/") if part]
        own = [part for part in self.parts if part != "/"]
        if pattern.startswith("/") and not (self.is_absolute() and len(own) == len(wanted)):
            return False
        own = own[-len(wanted):] if wanted else own
        return len(own) == len(wanted) and all(map(fnmatch.fnmatchcase, own, wanted))

    def as_posix(self):
        return self._path

    def __bytes__(self):
        return os.fsencode(self._path)

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote

        return "file://" + quote(self._path)

    def __fspath__(self):
        return self._path

    __str__ = __fspath__

    def __repr__(self):
        return f"{type(self).__name__}({self._path!r})"

    def __eq__(self, other):
        return self._path == other._path if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(self._path)

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self.parts <= other.parts

    def __gt__(self, other):
        return self.parts > other.parts

    def __ge__(self, other):
        return self.parts >= other.parts


class PurePosixPath(PurePath):
    pass


class PureWindowsPath(PurePath):
    pass


class Path(PurePath):
    def __init__(self, *parts):
        PurePath.__init__(self, *parts)

    def __repr__(self):
        return f"PosixPath({self._path!r})"

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls(os.path.expanduser("~"))

    def exists(self, *, follow_symlinks=True):
        return os.path.exists(self._path)

    def is_file(self):
        return os.path.isfile(self._path)

    def is_dir(self):
        return os.path.isdir(self._path)

    def is_symlink(self):
        return os.path.islink(self._path)

    def absolute(self):
        return self._make(os.path.join(os.getcwd(), self._path))

    def resolve(self, strict=False):
        if strict and not self.exists():
            raise FileNotFoundError(2, "No such file or directory", self._path)
        return self._make(os.path.realpath(self._path))

    def expanduser(self):
        return self._make(os.path.expanduser(self._path))

    def stat(self, *, follow_symlinks=True):
        return os.stat(self._path)

    def samefile(self, other):
        return os.path.samefile(self._path, other)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(self._path, mode, encoding=encoding, errors=errors, newline=newline)

    def read_text(self, encoding=None, errors=None):
        with open(self._path, encoding=encoding or "utf-8", errors=errors) as file:
            return file.read()

    def read_bytes(self):
        with open(self._path, "rb") as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        with open(self._path, "w", encoding=encoding or "utf-8") as file:
            return file.write(data)

    def write_bytes(self, data):
        with open(self._path, "wb") as file:
            return file.write(data)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if exist_ok and self.is_dir():
            return
        os.makedirs(self._path) if parents else os.mkdir(self._path)

    def unlink(self, missing_ok=False):
        if not (missing_ok and not self.exists()):
            os.remove(self._path)

    def rmdir(self):
        os.rmdir(self._path)

    def rename(self, target):
        os.rename(self._path, target)
        return self._make(_text(target))

    replace = rename

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self._path, mode)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(_text(target), self._path)

    def readlink(self):
        return self._make(os.readlink(self._path))

    def touch(self, mode=0o666, exist_ok=True):
        with open(self._path, "a"):
            pass

    def iterdir(self):
        for name in os.listdir(self._path):
            yield self / name

    def glob(self, pattern):
        import glob

        for name in sorted(glob.glob(pattern, root_dir=self._path, recursive=True)):
            yield self / name

    def rglob(self, pattern):
        return self.glob("**/" + pattern)

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        for folder, folders, files in os.walk(self._path, top_down, on_error, follow_symlinks):
            yield self._make(folder), folders, files


PosixPath = Path
