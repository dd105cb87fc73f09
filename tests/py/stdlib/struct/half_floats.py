# struct: half precision, all byte orders, errors.
import struct

for x in (1.0, -2.0, 65504.0, 0.0, 5.960464477539063e-08, 1e-10, float("inf"), float("-inf"), 3.14159, 2049.0):
    print(struct.pack(">e", x).hex(), struct.unpack("<e", struct.pack("<e", x)))
print(struct.pack(">e", float("nan")).hex())
for bad in (lambda: struct.pack("e", 65520.0), lambda: struct.pack("e", "x"), lambda: struct.unpack("e", b"abc"), lambda: struct.pack("B", 256),
            lambda: struct.pack("b", -129), lambda: struct.pack("i", 1.5), lambda: struct.pack("ii", 1), lambda: struct.unpack("i", b""), lambda: struct.calcsize("z"),
            lambda: struct.pack("s", "x"), lambda: struct.pack("c", b"ab"), lambda: struct.pack("<q", 2**63)):
    try:
        print(bad())
    except (struct.error, OverflowError) as e:
        print(type(e).__name__, e)
print(struct.calcsize("<hhl"), struct.calcsize("bi"), struct.calcsize("=bi"), struct.pack(">3s2x?H", b"ab", 1, 5))
print(list(struct.iter_unpack("<H", b"\1\0\2\0")), struct.Struct(">I").pack(7), struct.Struct(">I").size)
print(struct.unpack_from(">H", b"xxxx\1\2", 4), struct.pack("5p", b"hello"), struct.unpack("5p", b"\3abcd"))
