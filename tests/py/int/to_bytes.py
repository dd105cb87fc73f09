# int.to_bytes and from_bytes.
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-1).to_bytes(2, "big", signed=True), (5).to_bytes(), (0).to_bytes(0), (2**70).to_bytes(9, "little"), (127).to_bytes(1, signed=True), (-128).to_bytes(1, signed=True))
print(int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\x04\x00", "little"), int.from_bytes(b"\xff\xfe", signed=True), int.from_bytes([1, 2]), int.from_bytes(b""), int.from_bytes(bytes(9) + b"\x01"), int.from_bytes(bytearray(b"\x80"), "big", signed=True))
for code in ["(256).to_bytes(1)", "(-1).to_bytes(1)", "(5).to_bytes(1, 'middle')", "(5).to_bytes(-1)", "int.from_bytes('a', 'big')", "int.from_bytes([256])", "(128).to_bytes(1, signed=True)", "(5).to_bytes('a')", "int.from_bytes(5)", "int.from_bytes(b'a', 'x')"]:
    try:
        print(eval(code))
    except Exception as e:
        print(code, type(e).__name__, e)
