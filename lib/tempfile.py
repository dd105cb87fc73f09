"""Temporary files and folders: made only with --allow write."""

import os

from _sandbox import check as _check

template, tempdir, TMP_MAX = "tmp", None, 10000
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"


def gettempdir():
    if tempdir is not None:
        return os.fsdecode(tempdir)
    for name in ("TMPDIR", "TEMP", "TMP"):
        folder = os.environ.get(name)
        if folder and os.path.isdir(folder):
            return os.path.abspath(folder)
    return "/tmp"


def gettempprefix():
    return template


def gettempdirb():
    return os.fsencode(gettempdir())


def gettempprefixb():
    return os.fsencode(template)


def _new_path(suffix, prefix, dir):
    folder = os.path.abspath(gettempdir() if dir is None else os.fspath(dir))
    while True:
        name = "".join([_LETTERS[byte % len(_LETTERS)] for byte in os.urandom(8)])
        path = os.path.join(folder, f"{template if prefix is None else prefix}{name}{suffix or ''}")
        if not os.path.exists(path):
            return path


def mktemp(suffix="", prefix=template, dir=None):
    return _new_path(suffix, prefix, dir)


def mkdtemp(suffix=None, prefix=None, dir=None):
    _check("tempfile.mkdtemp", "write")
    path = _new_path(suffix, prefix, dir)
    os.mkdir(path, 0o700)
    return path


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    _check("tempfile.mkstemp", "write")
    path = _new_path(suffix, prefix, dir)
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), path


class TemporaryDirectory:
    __class_getitem__ = classmethod(type(list[int]))
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        _check("tempfile.TemporaryDirectory", "write")
        self.name, self._delete, self._ignore = mkdtemp(suffix, prefix, dir), delete, ignore_cleanup_errors

    def __repr__(self):
        return f"<TemporaryDirectory {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, *info):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        import shutil

        if os.path.exists(self.name):
            shutil.rmtree(self.name, ignore_errors=self._ignore)


class _TemporaryFileWrapper:
    """A file that is deleted when it is closed."""

    def __init__(self, file, name, delete, delete_on_close):
        self.file, self.name, self._delete, self._on_close = file, name, delete, delete_on_close

    def __getattr__(self, name):
        return getattr(self.__dict__["file"], name)

    def __iter__(self):
        return iter(self.file)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.file.close()
        self._remove()

    def close(self):
        self.file.close()
        if self._on_close:
            self._remove()

    def _remove(self):
        if self._delete and os.path.exists(self.name):
            os.remove(self.name)


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None, delete_on_close=True):
    _check("tempfile.NamedTemporaryFile", "write")
    path = _new_path(suffix, prefix, dir)
    return _TemporaryFileWrapper(open(path, mode.replace("r", "w") if "r" in mode else mode, buffering, encoding, errors,
                                      newline), path, delete, delete_on_close)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    """In memory: it has no name that anybody could open."""
    import io

    return io.BytesIO() if "b" in mode else io.StringIO(newline=newline)


class SpooledTemporaryFile:
    """In memory, and it stays there."""

    _rolled = False

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        self._max_size = max_size
        self._file = TemporaryFile(mode, buffering, encoding, newline, suffix, prefix, dir, errors=errors)

    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)

    def __getattr__(self, name):
        return getattr(self.__dict__["_file"], name)

    def __iter__(self):
        return iter(self._file)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self._file.close()

    def write(self, data):
        written = self._file.write(data)
        self._rolled = self._rolled or bool(self._max_size and self._file.tell() > self._max_size)
        return written

    def rollover(self):
        self._rolled = True

    @property
    def name(self):
        return None
