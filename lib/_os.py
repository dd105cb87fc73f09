"""The parts of os written in Python: stat results, scandir and walk."""

from _posix import stat as _stat


class stat_result(tuple):
    _names = (
        "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime",
    )

    def __new__(cls, numbers):
        self = tuple.__new__(cls, numbers[:10])
        for name, value in zip(cls._names[:7], numbers):
            setattr(self, name, value)
        for i, name in enumerate(cls._names[7:]):
            seconds, nanoseconds = numbers[7 + i], numbers[10 + i]
            setattr(self, name, seconds + nanoseconds / 1e9)
            setattr(self, name + "_ns", seconds * 1000000000 + nanoseconds)
        return self

    def __repr__(self):
        return "os.stat_result(" + ", ".join(f"{n}={v}" for n, v in zip(self._names, self)) + ")"


def stat(path, *, dir_fd=None, follow_symlinks=True):
    return stat_result(_stat(path, follow_symlinks=follow_symlinks))


def lstat(path, *, dir_fd=None):
    return stat_result(_stat(path, follow_symlinks=False))


class PathLike:
    def __class_getitem__(cls, item):
        return cls


class DirEntry:
    def __init__(self, folder, name):
        import os

        self.name = name
        self.path = os.path.join(folder, name)

    def __fspath__(self):
        return self.path

    def is_dir(self, *, follow_symlinks=True):
        import os

        return os.path.isdir(self.path) and (follow_symlinks or not os.path.islink(self.path))

    def is_file(self, *, follow_symlinks=True):
        import os

        return os.path.isfile(self.path) and (follow_symlinks or not os.path.islink(self.path))

    def is_symlink(self):
        import os

        return os.path.islink(self.path)

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def inode(self):
        return self.stat().st_ino

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _Scan:
    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return None

    def close(self):
        pass


def scandir(path="."):
    import os

    folder = os.fspath(path)
    return _Scan([DirEntry(folder, name) for name in os.listdir(folder)])


def walk(top, topdown=True, onerror=None, followlinks=False):
    import os

    top = os.fspath(top)
    try:
        names = os.listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders = [name for name in names if os.path.isdir(os.path.join(top, name))]
    files = [name for name in names if not os.path.isdir(os.path.join(top, name))]
    if topdown:
        yield top, folders, files
    for name in folders:
        folder = os.path.join(top, name)
        if followlinks or not os.path.islink(folder):
            yield from walk(folder, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def get_exec_path(env=None):
    import os

    return os.getenv("PATH", os.defpath).split(os.pathsep)


class terminal_size(tuple):
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


def get_terminal_size(fd=1):
    return terminal_size((80, 24))


class _Uname(tuple):
    sysname = property(lambda self: self[0])
    nodename = property(lambda self: self[1])
    release = property(lambda self: self[2])
    version = property(lambda self: self[3])
    machine = property(lambda self: self[4])


def uname():
    return _Uname(("Linux", "localhost", "", "", "x86_64"))


def unsetenv(key):
    pass


def getenvb(key, default=None):
    import os

    value = os.getenv(os.fsdecode(key))
    return default if value is None else os.fsencode(value)


def get_blocking(fd):
    return True


def getpgid(pid):
    return pid
