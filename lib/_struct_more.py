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


def iter_unpack(format, buffer):
    size = struct.calcsize(format)
    if len(buffer) % size:
        raise struct.error(f"iterative unpacking requires a buffer of a multiple of {size} bytes")
    for offset in range(0, len(buffer), size):
        yield struct.unpack_from(format, buffer, offset)
