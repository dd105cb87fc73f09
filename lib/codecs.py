"""Encodings by name, as functions, incrementally and over streams."""

import builtins

__all__ = ["register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE",
           "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE",
           "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter",
           "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder", "getincrementalencoder",
           "getincrementaldecoder", "getreader", "getwriter", "encode", "decode", "iterencode", "iterdecode",
           "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors",
           "namereplace_errors", "register_error", "lookup_error"]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM32_LE = BOM_UTF16 = BOM = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = BOM32_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM64_LE = BOM_UTF32 = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = BOM64_BE = b"\x00\x00\xfe\xff"


# --- error handlers: (exception) -> (what stands instead, where to go on)


def _check(error):
    if not isinstance(error, UnicodeError):
        raise TypeError(f"codec must pass exception instance" if not isinstance(error, BaseException)
                        else f"don't know how to handle {type(error).__name__} in error callback")
    return error


def strict_errors(exception):
    raise _check(exception)


def ignore_errors(exception):
    return "", _check(exception).end


def replace_errors(exception):
    count = _check(exception).end - exception.start
    return ("?" * count if isinstance(exception, UnicodeEncodeError) else "\ufffd"), exception.end


def _bad_text(exception):
    return exception.object[exception.start:exception.end]


def xmlcharrefreplace_errors(exception):
    if not isinstance(_check(exception), UnicodeEncodeError):
        raise TypeError(f"don't know how to handle {type(exception).__name__} in error callback")
    return "".join(f"&#{ord(c)};" for c in _bad_text(exception)), exception.end


def backslashreplace_errors(exception):
    bad = _bad_text(_check(exception))
    if isinstance(bad, bytes):
        return "".join(f"\\x{c:02x}" for c in bad), exception.end
    return bad.encode("ascii", "backslashreplace").decode("ascii"), exception.end


def namereplace_errors(exception):
    return _bad_text(_check(exception)).encode("ascii", "namereplace").decode("ascii"), exception.end


_handlers = {"strict": strict_errors, "ignore": ignore_errors, "replace": replace_errors,
             "xmlcharrefreplace": xmlcharrefreplace_errors, "backslashreplace": backslashreplace_errors,
             "namereplace": namereplace_errors}


def register_error(errors, handler, /):
    if not callable(handler):
        raise TypeError("handler must be callable")
    _handlers[errors] = handler


def lookup_error(name, /):
    if name not in _handlers:
        raise LookupError(f"unknown error handler name '{name}'")
    return _handlers[name]


# --- codecs


class Codec:
    def encode(self, input, errors="strict"):
        raise NotImplementedError

    decode = encode


class CodecInfo(tuple):
    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None,
                name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        self.streamreader, self.streamwriter = streamreader, streamwriter
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        self._is_text_encoding = _is_text_encoding is not False
        return self

    def __repr__(self):
        return f"<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>"


def _rot13(text):
    if not isinstance(text, str):
        raise TypeError(f"descriptor 'translate' for 'str' objects doesn't apply to a '{type(text).__name__}' object")
    return "".join(chr((ord(c) - base + 13) % 26 + base) if c.isascii() and c.isalpha() and (base := 97 if c.islower() else 65)
                   else c for c in text)


def _to_hex(data):
    import binascii

    return binascii.hexlify(_bytes_like(data))


def _from_hex(data):
    import binascii

    if not isinstance(data, (str, bytes, bytearray, memoryview)):
        raise TypeError(f"argument should be bytes, buffer or ASCII string, not {type(data).__name__!r}")
    return binascii.unhexlify(data)


def _base64(data, back):
    import base64

    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f"expected bytes-like object, not {type(data).__name__}")
    return base64.decodebytes(data) if back else base64.encodebytes(data)


def _bytes_like(data):
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return data


def _checked_text(value, name, number=1):
    if not isinstance(value, str):
        raise TypeError(f"{name}() argument {number} must be str, not {'None' if value is None else type(value).__name__}")
    return value


# name -> (encode, decode): not between text and bytes
_others = {
    "rot13": (_rot13, _rot13), "hex": (_to_hex, _from_hex),
    "base64": (lambda data: _base64(data, False), lambda data: _base64(data, True)),
}
_aliases = {"rot_13": "rot13", "hex_codec": "hex", "base64_codec": "base64", "base_64": "base64"}
_canonical = {
    "utf8": "utf-8", "u8": "utf-8", "utf": "utf-8", "utf_8": "utf-8", "cp65001": "utf-8", "latin_1": "iso8859-1", "latin1": "iso8859-1",
    "iso_8859_1": "iso8859-1", "iso8859_1": "iso8859-1", "8859": "iso8859-1", "l1": "iso8859-1", "us_ascii": "ascii",
    "646": "ascii", "ascii": "ascii", "utf_16": "utf-16", "utf16": "utf-16", "utf_16_le": "utf-16-le", "utf_16_be": "utf-16-be",
    "utf_32": "utf-32", "utf32": "utf-32", "utf_32_le": "utf-32-le", "utf_32_be": "utf-32-be", "utf_8_sig": "utf-8-sig",
    "windows_1252": "cp1252", "cp1252": "cp1252", "1252": "cp1252", "euc_kr": "euc_kr", "cp949": "cp949",
}
# What encodes, where it is not called as the encoding is.
_encoders = {"iso8859-1": "latin_1", "cp1252": "charmap", "utf-8-sig": "utf_8"}
_search, _found = [], {}


def register(search_function, /):
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _search.append(search_function)


def unregister(search_function, /):
    if search_function in _search:
        _search.remove(search_function)
        _found.clear()


def lookup(encoding, /):
    name = encoding.lower().replace(" ", "_")
    if name not in _found:
        _found[name] = _made(name) or _searched(encoding, name)
    return _found[name]


def _searched(encoding, name):
    for function in _search:
        found = function(name)
        if found is not None:
            return found
    raise LookupError(f"unknown encoding: {encoding}")


def _made(name):
    plain = name.replace("-", "_")
    plain = _aliases.get(plain, plain)
    if plain in _others:
        to, back = _others[plain]
        return CodecInfo(lambda data, errors="strict": (to(data), len(data)), lambda data, errors="strict": (back(data), len(data)),
                         name=plain, _is_text_encoding=False)
    try:
        "".encode(name)
    except LookupError:
        return None
    shown = _canonical.get(plain, name)

    encoder = _encoders.get(shown, shown.replace("-", "_")) + "_encode"

    def encode(text, errors="strict"):
        return _checked_text(text, encoder).encode(name, errors), len(text)

    def decode(data, errors="strict"):
        data = data.encode() if isinstance(data, str) and "escape" in name else _bytes_like(data)
        return bytes(data).decode(name, errors), len(data)

    parts = {"encode": staticmethod(encode), "decode": staticmethod(decode)}
    reader, writer = type("StreamReader", (StreamReader,), dict(parts)), type("StreamWriter", (StreamWriter,), dict(parts))
    to = type("IncrementalEncoder", (IncrementalEncoder,), {"_name": name})
    back = type("IncrementalDecoder", (BufferedIncrementalDecoder,), {"_name": name})
    return CodecInfo(encode, decode, reader, writer, to, back, name=shown)


def _told(verb, encoding, function, *args):
    try:
        return function(*args)[0]
    except Exception as error:
        error.add_note(f"{verb} with '{encoding}' codec failed")
        raise


def encode(obj, encoding="utf-8", errors="strict"):
    _checked_text(encoding, "encode", "'encoding'")
    _checked_text(errors, "encode", "'errors'")
    return _told("encoding", encoding, lookup(encoding).encode, obj, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    _checked_text(encoding, "decode", "'encoding'")
    _checked_text(errors, "decode", "'errors'")
    return _told("decoding", encoding, lookup(encoding).decode, obj, errors)


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def _part(encoding, name):
    found = getattr(lookup(encoding), name)
    if found is None:
        raise LookupError(encoding)
    return found


def getincrementalencoder(encoding):
    return _part(encoding, "incrementalencoder")


def getincrementaldecoder(encoding):
    return _part(encoding, "incrementaldecoder")


def getreader(encoding):
    return _part(encoding, "streamreader")


def getwriter(encoding):
    return _part(encoding, "streamwriter")


# --- bit by bit


class IncrementalEncoder:
    _name = None

    def __init__(self, errors="strict"):
        self.errors, self._started = errors, False

    def encode(self, input, final=False):
        if self._name is None:
            raise NotImplementedError
        data = input.encode(self._name, self.errors)
        bom = len("".encode(self._name))
        if bom and self._started:
            data = data[bom:]
        self._started = self._started or bool(input)
        return data

    def reset(self):
        self._started = False

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class IncrementalDecoder:
    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b"", 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Holds back the bytes of a character that is not complete."""

    _name = None

    def __init__(self, errors="strict"):
        self.errors, self.buffer, self._text = errors, b"", None

    def decode(self, input, final=False):
        data = self.buffer + bytes(input)
        if final:
            self.buffer = b""
            return self._decoded(data)
        for held in range(min(4, len(data)) + 1):
            part = data[:len(data) - held]
            try:
                part.decode(self._name, "strict")
            except UnicodeDecodeError as error:
                if error.end < len(part) and self.errors == "strict":
                    raise
                continue
            self.buffer = data[len(part):]
            return self._decoded(part)
        self.buffer = b""
        return self._decoded(data)

    # the byte order mark of the first part holds for all of them
    def _decoded(self, data):
        if self._name in ("utf-16", "utf_16", "utf-32", "utf_32") and data and self._text is None:
            big = data.startswith((BOM_UTF16_BE, BOM_UTF32_BE))
            self._text = self._name + ("-be" if big else "-le")
            size = 2 if "16" in self._name else 4
            data = data[size:] if data[:size] in (BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE) else data
        return data.decode(self._text or self._name, self.errors)

    def reset(self):
        self.buffer, self._text = b"", None

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


def iterencode(iterator, encoding, errors="strict", **kwargs):
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for one in iterator:
        data = encoder.encode(one)
        if data:
            yield data
    data = encoder.encode("", True)
    if data:
        yield data


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for one in iterator:
        text = decoder.decode(one)
        if text:
            yield text
    text = decoder.decode(b"", True)
    if text:
        yield text


# --- over streams


class _Stream(Codec):
    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.stream.close()


class StreamWriter(_Stream):
    def write(self, object):
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        pass


class StreamReader(_Stream):
    _text = None

    def _reader(self):
        if self._text is None:
            import io

            self._text = io.StringIO(self.decode(self.stream.read(), self.errors)[0], newline="")
        return self._text

    def read(self, size=-1, chars=-1, firstline=False):
        return self._reader().read(chars if chars >= 0 else size)

    def readline(self, size=None, keepends=True):
        line = self._reader().readline()
        return line if keepends else line.rstrip("\r\n")

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self._text = None

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


class StreamReaderWriter:
    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None):
        return self.reader.readline(size)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.stream.close()


class StreamRecoder:
    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        self.stream, self.encode, self.decode, self.errors = stream, encode, decode, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        return self.encode(self.reader.readline(size), self.errors)[0]

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.stream.close()


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    if encoding is not None and "b" not in mode:
        mode += "b"
    file = builtins.open(filename, mode)
    if encoding is None:
        return file
    info = lookup(encoding)
    made = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
    made.encoding = encoding
    return made


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    data, inside = lookup(data_encoding), lookup(file_encoding or data_encoding)
    made = StreamRecoder(file, data.encode, data.decode, inside.streamreader, inside.streamwriter, errors)
    made.data_encoding, made.file_encoding = data_encoding, file_encoding or data_encoding
    return made
