"""The parts of os written in Python: stat results, scandir, walk, pipes to programs."""

import os
from _posix import stat as _stat, terminal_size as _terminal_size, uname as _uname


class stat_result(tuple):
    n_fields, n_sequence_fields, n_unnamed_fields = 19, 10, 3
    _names = (
        "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime",
    )

    def __new__(cls, numbers):
        self = tuple.__new__(cls, numbers[:10])
        for name, value in zip(cls._names[:7], numbers):
            setattr(self, name, value)
        if len(numbers) > 12:
            for i, name in enumerate(cls._names[7:]):
                seconds, nanoseconds = numbers[7 + i], numbers[10 + i]
                setattr(self, name, seconds + nanoseconds / 1e9)
                setattr(self, name + "_ns", seconds * 1000000000 + nanoseconds)
            self.st_blksize, self.st_blocks = numbers[13:15]
        return self

    def __repr__(self):
        return "os.stat_result(" + ", ".join(f"{n}={v}" for n, v in zip(self._names, self)) + ")"


def stat(path, *, dir_fd=None, follow_symlinks=True):
    return stat_result(_stat(path, follow_symlinks=follow_symlinks))


def lstat(path, *, dir_fd=None):
    return stat_result(_stat(path, follow_symlinks=False))


def fstat(fd):
    return stat_result(_stat(fd))


class PathLike:
    def __class_getitem__(cls, item):
        import types

        return types.GenericAlias(cls, item)

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, "__fspath__") if cls is PathLike else NotImplemented


def _path_like():
    """os.PathLike is abstract; the class of abstract classes is not loaded before somebody asks."""
    from abc import ABCMeta, abstractmethod

    @abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    body = {"__fspath__": __fspath__, "__module__": "os", "__qualname__": "PathLike"}
    for name in ("__class_getitem__", "__subclasshook__"):
        body[name] = PathLike.__dict__[name]
    made = ABCMeta("PathLike", (), body)
    return made


PathLike = _path_like()


class DirEntry:
    __class_getitem__ = classmethod(type(list[int]))
    def __init__(self, folder, name):
        self.name, self.path = name, os.path.join(folder, name)

    def __fspath__(self):
        return self.path

    def is_dir(self, *, follow_symlinks=True):
        return os.path.isdir(self.path) and (follow_symlinks or not os.path.islink(self.path))

    def is_file(self, *, follow_symlinks=True):
        return os.path.isfile(self.path) and (follow_symlinks or not os.path.islink(self.path))

    def is_symlink(self):
        return os.path.islink(self.path)

    def is_junction(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def inode(self):
        return lstat(self.path).st_ino

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
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(path="."):
    folder = os.fspath(path)
    return _Scan([DirEntry(folder, name) for name in os.listdir(folder)])


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = os.fspath(top)
    try:
        names = os.listdir(top)
    except OSError as error:
        if len(error.args) < 2:  # refused to scripts: not a folder that happens to be closed
            raise
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


def removedirs(name):
    os.rmdir(name)
    head = os.path.dirname(name.rstrip("/"))
    while head:
        try:
            os.rmdir(head)
        except OSError:
            return
        head = os.path.dirname(head)


def renames(old, new):
    folder = os.path.dirname(new)
    if folder and not os.path.exists(folder):
        os.makedirs(folder)
    os.rename(old, new)
    folder = os.path.dirname(old)
    if folder:
        try:
            removedirs(folder)
        except OSError:
            pass


def popen(cmd, mode="r", buffering=-1):
    """The output of a shell command, as a file to read."""
    from _sandbox import check

    check("os.popen", "run")
    if mode != "r":
        raise NotImplementedError("os.popen() only reads here: use subprocess.run(..., input=...)")
    import io
    import subprocess

    done = subprocess.run(cmd, shell=True, stdout=subprocess.PIPE, text=True)
    out = io.StringIO(done.stdout)
    out.close = lambda: done.returncode << 8 if done.returncode else None
    return out


def get_exec_path(env=None):
    return (os.environ if env is None else env).get("PATH", os.defpath).split(os.pathsep)


class terminal_size(tuple):
    columns, lines = property(lambda self: self[0]), property(lambda self: self[1])

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


def get_terminal_size(fd=1):
    size = _terminal_size(fd)
    if size is None:
        raise OSError(25, "Inappropriate ioctl for device")
    return terminal_size(size)


class uname_result(tuple):
    sysname, nodename = property(lambda self: self[0]), property(lambda self: self[1])
    release, version = property(lambda self: self[2]), property(lambda self: self[3])
    machine = property(lambda self: self[4])

    def __repr__(self):
        names = ("sysname", "nodename", "release", "version", "machine")
        return "posix.uname_result(" + ", ".join(f"{n}={v!r}" for n, v in zip(names, self)) + ")"


def uname():
    return uname_result(_uname())


def getenvb(key, default=None):
    value = os.getenv(os.fsdecode(key))
    return default if value is None else os.fsencode(value)


def get_blocking(fd):
    return True


def getpgid(pid):
    return pid


def getpgrp():
    return os.getpid()


def sched_getaffinity(pid):
    return set(range(os.cpu_count()))


def process_cpu_count():
    return os.cpu_count()


def getgroups():
    return [os.getgid()]


def times():
    import time

    spent = time.process_time()
    return (spent, 0.0, 0.0, 0.0, time.monotonic())


def fdopen(fd, mode="r", *args, **kwargs):
    raise NotImplementedError("os.fdopen() is not part of this Python dialect: use open(path)")


def WIFEXITED(status):
    return status & 0x7F == 0


def WEXITSTATUS(status):
    return status >> 8 & 0xFF


def WIFSIGNALED(status):
    return 0 < status & 0x7F < 0x7F


def WTERMSIG(status):
    return status & 0x7F


def waitstatus_to_exitcode(status):
    return -WTERMSIG(status) if WIFSIGNALED(status) else WEXITSTATUS(status)


supports_follow_symlinks, supports_dir_fd, supports_fd, supports_effective_ids = set(), set(), set(), set()
supports_bytes_environ = True
EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_NOUSER, EX_NOHOST, EX_UNAVAILABLE, EX_SOFTWARE = range(64, 71)
EX_OSERR, EX_OSFILE, EX_CANTCREAT, EX_IOERR, EX_TEMPFAIL, EX_PROTOCOL, EX_NOPERM, EX_CONFIG = range(71, 79)
P_WAIT, P_NOWAIT, WNOHANG, WUNTRACED = 0, 1, 1, 2


def __getattr__(name):
    if name == "environb":
        return {os.fsencode(key): os.fsencode(value) for key, value in os.environ.items()}
    raise AttributeError(f"module 'os' has no attribute '{name}'")
