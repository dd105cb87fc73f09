"""struct.Struct and iter_unpack."""

import struct


class Struct:
    def __init__(self, format):
        self.format = format if isinstance(format, str) else format.decode()
        self.size = struct.calcsize(self.format)

    def pack(self, *values):
        return struct.pack(self.format, *values)

    def unpack(self, buffer):
        return struct.unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return struct.unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer):
        return iter_unpack(self.format, buffer)


class unpack_iterator:
    def __init__(self, form, buffer):
        size = struct.calcsize(form)
        if not isinstance(buffer, (bytes, bytearray, memoryview)):
            raise TypeError(f"a bytes-like object is required, not '{type(buffer).__name__}'")
        if not size:
            raise struct.error("cannot iteratively unpack with a struct of length 0")
        if len(buffer) % size:
            raise struct.error(f"iterative unpacking requires a buffer of a multiple of {size} bytes")
        self._format, self._size, self._buffer, self._at = form, size, buffer, 0

    def __iter__(self):
        return self

    def __next__(self):
        if self._at >= len(self._buffer):
            raise StopIteration
        self._at += self._size
        return struct.unpack_from(self._format, self._buffer, self._at - self._size)

    def __length_hint__(self):
        return (len(self._buffer) - self._at) // self._size


unpack_iterator.__module__ = "_struct"


def iter_unpack(format, buffer, /):
    return unpack_iterator(format, buffer)
