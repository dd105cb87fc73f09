"""Text and bytes in memory; open()."""

open = open
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    closed = False

    def close(self):
        self.closed = True

    def flush(self):
        pass

    def readable(self):
        return True

    writable = seekable = readable

    def isatty(self):
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        return list(self)

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = "utf-8"


class _Memory:
    """Position and content; `_empty` is "" or b""."""

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def getvalue(self):
        self._check()
        return self._data

    def read(self, size=-1):
        self._check()
        end = len(self._data) if size is None or size < 0 else self._at + size
        part = self._data[self._at:end]
        self._at = max(self._at, min(end, len(self._data)))
        return part

    def readline(self, size=-1):
        self._check()
        at = self._data.find(self._line, self._at)
        end = len(self._data) if at < 0 else at + 1
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        return self.read(max(end - self._at, 0))

    def write(self, part):
        self._check()
        if not isinstance(part, type(self._empty)):
            self._refuse(part)
        if self._at > len(self._data):
            self._data += self._pad * (self._at - len(self._data))
        self._data = self._data[:self._at] + part + self._data[self._at + len(part):]
        self._at += len(part)
        return len(part)

    def seek(self, offset, whence=0):
        self._check()
        self._at = offset + (0 if whence == 0 else self._at if whence == 1 else len(self._data))
        return self._at

    def tell(self):
        return self._at

    def truncate(self, size=None):
        size = self._at if size is None else size
        self._data = self._data[:size]
        return size


class StringIO(_Memory, TextIOBase):
    _empty, _line, _pad = "", "\n", "\0"

    def __init__(self, initial_value="", newline="\n"):
        self._data, self._at = initial_value or "", 0

    def _refuse(self, part):
        raise TypeError(f"string argument expected, got '{type(part).__name__}'")


class BytesIO(_Memory, BufferedIOBase):
    _empty, _line, _pad = b"", b"\n", b"\0"

    def __init__(self, initial_bytes=b""):
        self._data, self._at = bytes(initial_bytes or b""), 0

    def write(self, part):
        return _Memory.write(self, bytes(part))

    def getbuffer(self):
        return self._data


class TextIOWrapper(TextIOBase):
    def __init__(self, buffer, encoding="utf-8", errors="strict", newline=None, line_buffering=False,
                 write_through=False):
        self.buffer, self._inner = buffer, StringIO(buffer.read().decode(encoding or "utf-8"))

    def read(self, size=-1):
        return self._inner.read(size)

    def readline(self, size=-1):
        return self._inner.readline(size)


BufferedReader = BufferedWriter = FileIO = BufferedIOBase
