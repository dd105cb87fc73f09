"""Text and bytes in memory, text over bytes; open(). Files that open() gives are written in C and count as these classes."""

import abc
from builtins import BlockingIOError, open

__all__ = ["BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase",
           "BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase", "TextIOWrapper",
           "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "text_encoding", "DEFAULT_BUFFER_SIZE",
           "IncrementalNewlineDecoder"]

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


def open_code(path):
    return open(path, "rb")


def text_encoding(encoding, stacklevel=2, /):
    return "locale" if encoding is None else encoding


# what open() gives, by the name of its class
_kinds = {"TextIOWrapper": ("IOBase", "TextIOBase", "TextIOWrapper"),
          "BufferedReader": ("IOBase", "BufferedIOBase", "BufferedReader")}


class _Meta(abc.ABCMeta):
    def __instancecheck__(cls, instance):
        kind = type(instance)
        if kind.__module__ == "_io" and cls.__module__ in ("io", "_io"):
            return cls.__name__ in _kinds.get(kind.__name__, ()) or type.__instancecheck__(cls, instance)
        return super().__instancecheck__(instance)


class IOBase(metaclass=_Meta):
    _closed = False

    @property
    def closed(self):
        return self._closed

    def _checkClosed(self, message=None):
        if self.closed:
            raise ValueError("I/O operation on closed file." if message is None else message)

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def flush(self):
        self._checkClosed()

    def readable(self):
        return False

    writable = seekable = readable

    def isatty(self):
        self._checkClosed()
        return False

    def fileno(self):
        self._unsupported("fileno")

    def seek(self, pos, whence=0, /):
        self._unsupported("seek")

    def truncate(self, pos=None, /):
        self._unsupported("truncate")

    def tell(self):
        return self.seek(0, 1)

    def __enter__(self):
        IOBase._checkClosed(self)
        return self

    def __exit__(self, *info):
        self.close()

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self, size=-1, /):
        out, size = bytearray(), -1 if size is None else size
        while size < 0 or len(out) < size:
            part = self.read(1)
            if not part:
                break
            out += part
            if part == b"\n":
                break
        return bytes(out)

    def readlines(self, hint=None, /):
        if hint is None or hint <= 0:
            return list(self)
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if size >= hint:
                break
        return lines

    def writelines(self, lines, /):
        self._checkClosed()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        data = bytearray(size)
        count = self.readinto(data)
        return None if count is None else bytes(data[:count])

    def readall(self):
        out = bytearray()
        while part := self.read(DEFAULT_BUFFER_SIZE):
            out += part
        return bytes(out)

    def readinto(self, buffer, /):
        raise NotImplementedError

    def write(self, data, /):
        raise NotImplementedError


class BufferedIOBase(IOBase):
    def detach(self):
        self._unsupported("detach")

    def read(self, size=-1, /):
        self._unsupported("read")

    def read1(self, size=-1, /):
        self._unsupported("read1")

    def write(self, data, /):
        self._unsupported("write")

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    readinto1 = readinto


class TextIOBase(IOBase):
    encoding = newlines = errors = None

    def detach(self):
        self._unsupported("detach")

    def read(self, size=-1, /):
        self._unsupported("read")

    def readline(self, size=-1, /):
        self._unsupported("readline")

    def write(self, text, /):
        self._unsupported("write")


class _Memory:
    """What StringIO and BytesIO share: content, a position, and parts appended since the content was last whole."""

    def _checkClosed(self, message=None):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def _whole(self):
        if self._parts:
            self._data += self._empty.join(self._parts)
            self._parts, self._size = [], len(self._data)
        return self._data

    def readable(self):
        self._checkClosed()
        return True

    writable = seekable = readable

    def flush(self):
        self._checkClosed()

    def getvalue(self):
        self._checkClosed()
        return self._whole()

    def _read(self, size):
        self._checkClosed()
        data = self._whole()
        end = len(data) if size is None or size < 0 else self._at + size
        part = data[self._at:end]
        self._at = max(self._at, min(end, len(data)))
        return part

    def _line(self, size):
        self._checkClosed()
        data = self._whole()
        end = self._line_end(data)
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        part = data[self._at:end]
        self._at = max(self._at, end)
        return part

    def _store(self, part):
        if self._at == self._size:
            self._parts.append(part)
            self._size += len(part)
        else:
            data = self._whole()
            if self._at > len(data):
                data += self._pad * (self._at - len(data))
            self._data = data[:self._at] + part + data[self._at + len(part):]
            self._size = len(self._data)
        self._at += len(part)

    def tell(self):
        self._checkClosed()
        return self._at

    def truncate(self, size=None, /):
        self._checkClosed()
        size = self._at if size is None else size
        if size < 0:
            raise ValueError(f"{self._negative} size value {size}")
        self._data = self._whole()[:size]
        self._size = len(self._data)
        return size

    def close(self):
        self._closed = True

    def __getstate__(self):
        return self.__dict__.copy()


class StringIO(_Memory, TextIOBase):
    __module__ = "_io"
    _empty, _pad, _negative = "", "\0", "Negative"
    line_buffering = False

    def __init__(self, initial_value="", newline="\n"):
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._data, self._parts, self._at, self._size, self._newline = "", [], 0, 0, newline
        self._seen = set()
        if initial_value:
            self.write(initial_value)
            self._at = 0

    @property
    def newlines(self):
        found = tuple(kind for kind in ("\r", "\n", "\r\n") if kind in self._seen)
        return found[0] if len(found) == 1 else found or None

    def _line_end(self, data):
        if self._newline == "":
            ends = [at + len(kind) for kind in ("\r\n", "\n", "\r") if (at := data.find(kind, self._at)) >= 0]
            end = min(ends, default=len(data))
            return end + 1 if data[end - 1:end + 1] == "\r\n" else end
        line = self._newline or "\n"
        at = data.find(line, self._at)
        return len(data) if at < 0 else at + len(line)

    def read(self, size=-1, /):
        return self._read(size)

    def readline(self, size=-1, /):
        return self._line(size)

    def write(self, text, /):
        self._checkClosed()
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got '{type(text).__name__}'")
        part = text
        if not self._newline:
            self._note_newlines(text)
        if self._newline is None:
            part = text.replace("\r\n", "\n").replace("\r", "\n")
        elif self._newline in ("\r", "\r\n"):
            part = text.replace("\n", self._newline)
        self._store(part)
        return len(text)

    def _note_newlines(self, text):
        rest = text.replace("\r\n", "")
        self._seen.update(kind for kind, there in (("\r\n", len(rest) < len(text)), ("\n", "\n" in rest), ("\r", "\r" in rest)) if there)

    def seek(self, pos, whence=0, /):
        self._checkClosed()
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and pos < 0:
            raise ValueError(f"Negative seek position {pos}")
        if whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._at = pos if whence == 0 else self._at if whence == 1 else self._size
        return self._at


class BytesIO(_Memory, BufferedIOBase):
    __module__ = "_io"
    _empty, _pad, _negative = b"", b"\0", "negative"

    def __init__(self, initial_bytes=b""):
        self._data, self._parts, self._at = b"" if initial_bytes is None else bytes(_check_bytes(initial_bytes)), [], 0
        self._size = len(self._data)

    def _line_end(self, data):
        at = data.find(b"\n", self._at)
        return len(data) if at < 0 else at + 1

    def read(self, size=-1, /):
        return self._read(size)

    read1 = read

    def readline(self, size=-1, /):
        return self._line(size)

    def readinto(self, buffer, /):
        data = self._read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    readinto1 = readinto

    def write(self, data, /):
        self._checkClosed()
        data = bytes(_check_bytes(data))
        self._store(data)
        return len(data)

    def seek(self, pos, whence=0, /):
        self._checkClosed()
        if whence not in (0, 1, 2):
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and pos < 0:
            raise ValueError(f"negative seek value {pos}")
        self._at = max(0, pos + (0 if whence == 0 else self._at if whence == 1 else self._size))
        return self._at

    def getbuffer(self):
        self._checkClosed()
        return memoryview(self._whole())


def _check_bytes(data):
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return data


class FileIO(RawIOBase):
    """A file of bytes; what open(name, "rb", buffering=0) is elsewhere."""

    __module__ = "_io"

    def __init__(self, file, mode="r", closefd=True, opener=None):
        if isinstance(file, int):
            raise UnsupportedOperation("file descriptors are not part of this Python dialect")
        self.name, self.closefd = file, closefd
        self.mode = mode.replace("b", "") + "b" if "+" not in mode else mode.replace("b", "").replace("+", "") + "b+"
        self._file = open(file, self.mode)

    def readable(self):
        return self._file.readable()

    def writable(self):
        return self._file.writable()

    def seekable(self):
        return True

    def read(self, size=-1, /):
        self._checkClosed()
        return self._file.read(-1 if size is None else size)

    def readall(self):
        return self.read()

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def write(self, data, /):
        self._checkClosed()
        return self._file.write(data)

    def seek(self, pos, whence=0, /):
        return self._file.seek(pos, whence)

    def tell(self):
        return self._file.tell()

    def truncate(self, size=None, /):
        return self._file.truncate(size)

    def close(self):
        self._file.close()
        self._closed = True


class _Buffered(BufferedIOBase):
    """A raw stream, passed through: what it reads and writes is whole already."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not getattr(raw, self._needs)():
            raise UnsupportedOperation(f"File or stream is not {self._needs}.")
        if buffer_size <= 0:
            raise ValueError("invalid buffer size" if self._needs == "writable" else "buffer size must be strictly positive")
        self.raw, self._ahead = raw, b""

    @property
    def closed(self):
        return self.raw is not None and self.raw.closed

    name = property(lambda self: self.raw.name)
    mode = property(lambda self: self.raw.mode)

    def readable(self):
        return self.raw.readable()

    def writable(self):
        return self.raw.writable()

    def seekable(self):
        return self.raw.seekable()

    def read(self, size=-1, /):
        self._checkClosed("read of closed file")
        if size is not None and size < -1:
            raise ValueError("read length must be non-negative or -1")
        if size is None or size < 0:
            data, self._ahead = self._ahead, b""
            return data + (self.raw.read() or b"")
        while len(self._ahead) < size:
            part = self.raw.read(max(size - len(self._ahead), 1))
            if not part:
                break
            self._ahead += part
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        return data

    def read1(self, size=-1, /):
        return self.read(DEFAULT_BUFFER_SIZE if size < 0 else size)

    def peek(self, size=0, /):
        if not self._ahead:
            self._ahead = self.raw.read(DEFAULT_BUFFER_SIZE) or b""
        return self._ahead

    def write(self, data, /):
        self._checkClosed("write to closed file")
        return self.raw.write(data)

    def seek(self, pos, whence=0, /):
        if whence == 1:
            pos -= len(self._ahead)
        self._ahead = b""
        return self.raw.seek(pos, whence)

    def tell(self):
        return self.raw.tell() - len(self._ahead)

    def truncate(self, size=None, /):
        return self.raw.truncate(self.tell() if size is None else size)

    def flush(self):
        self._checkClosed("flush of closed file")

    def detach(self):
        raw, self.raw = self.raw, None
        return raw

    def close(self):
        if self.raw is not None:
            self.raw.close()


class BufferedReader(_Buffered):
    __module__ = "_io"
    _needs = "readable"

    def write(self, data, /):
        self._unsupported("write")


class BufferedWriter(_Buffered):
    __module__ = "_io"
    _needs = "writable"

    def read(self, size=-1, /):
        self._unsupported("read")


class BufferedRandom(_Buffered):
    __module__ = "_io"
    _needs = "seekable"


class BufferedRWPair(BufferedIOBase):
    __module__ = "_io"

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        self.reader, self.writer = BufferedReader(reader, buffer_size), BufferedWriter(writer, buffer_size)

    def read(self, size=-1, /):
        return self.reader.read(size)

    read1 = read

    def peek(self, size=0, /):
        return self.reader.peek(size)

    def write(self, data, /):
        return self.writer.write(data)

    def readable(self):
        return self.reader.readable()

    def writable(self):
        return self.writer.writable()

    def close(self):
        self.writer.close()
        self.reader.close()


class IncrementalNewlineDecoder:
    def __init__(self, decoder, translate, errors="strict"):
        self._decoder, self._translate, self._seen, self._held = decoder, translate, set(), False

    def decode(self, input, final=False):
        text = input if self._decoder is None else self._decoder.decode(input, final)
        if self._held and (text or final):
            text, self._held = "\r" + text, False
        if text.endswith("\r") and not final:
            text, self._held = text[:-1], True
        StringIO._note_newlines(self, text)
        return text.replace("\r\n", "\n").replace("\r", "\n") if self._translate else text

    newlines = StringIO.newlines

    def reset(self):
        self._seen, self._held = set(), False
        if self._decoder is not None:
            self._decoder.reset()


class TextIOWrapper(TextIOBase):
    """Text over a binary stream, which is decoded as a whole when it is first read."""

    __module__ = "_io"

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline}")
        self._buffer, self._newline, self._text = buffer, newline, None
        self.encoding, self.errors = "UTF-8" if encoding in (None, "locale") else encoding, errors or "strict"
        "".encode(self.encoding)
        self.line_buffering, self.write_through = line_buffering, write_through

    @property
    def buffer(self):
        if self._buffer is None:
            raise ValueError("underlying buffer has been detached")
        return self._buffer

    closed = property(lambda self: self.buffer.closed)
    name = property(lambda self: self.buffer.name)
    newlines = property(lambda self: self._text.newlines if self._text is not None else None)

    def _reader(self):
        self._checkClosed()
        if self._text is None:
            if not self.buffer.readable():
                raise UnsupportedOperation("not readable")
            data = self.buffer.read()
            self._text = StringIO(data.decode(self.encoding, self.errors), newline=self._newline)
        return self._text

    def read(self, size=-1, /):
        return self._reader().read(size)

    def readline(self, size=-1, /):
        return self._reader().readline(size)

    def write(self, text, /):
        self._checkClosed()
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if not self.buffer.writable():
            raise UnsupportedOperation("not writable")
        self._text = None
        out = text.replace("\n", self._newline) if self._newline in ("\r", "\r\n") else text
        self.buffer.write(out.encode(self.encoding, self.errors))
        return len(text)

    def seek(self, cookie, whence=0, /):
        self._checkClosed()
        if whence == 1 and cookie:
            raise UnsupportedOperation("can't do nonzero cur-relative seeks")
        if whence == 2 and cookie:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        if whence == 1:
            return self.tell()
        self._text = None
        return self.buffer.seek(cookie, whence)

    def tell(self):
        self._checkClosed()
        if self._text is None:
            return self.buffer.tell()
        rest = self._text.getvalue()[self._text.tell():]
        return self.buffer.tell() - len(rest.encode(self.encoding, self.errors))

    def truncate(self, size=None, /):
        return self.buffer.truncate(size)

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def flush(self):
        self._checkClosed()
        self.buffer.flush()

    def detach(self):
        self.flush()
        buffer, self._buffer = self.buffer, None
        return buffer

    def reconfigure(self, *, encoding=None, errors=None, newline="keep", line_buffering=None, write_through=None):
        if encoding is not None:
            self.encoding, self.errors = encoding, errors or "strict"
        elif errors is not None:
            self.errors = errors
        if newline != "keep":
            self._newline = newline
        self.line_buffering = self.line_buffering if line_buffering is None else line_buffering

    def close(self):
        if self._buffer is not None and not self._buffer.closed:
            self._buffer.close()

    def __repr__(self):
        name = f" name={self._buffer.name!r}" if hasattr(self._buffer, "name") else ""
        return f"<_io.TextIOWrapper{name} encoding={self.encoding!r}>"
