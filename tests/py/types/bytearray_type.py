a = bytearray(b"abc")
a.append(100); a.extend(b"ef"); a += b"g"; a[0] = 65; a[1:3] = b"XYZ"; del a[-1]
print(a, len(a), a[0], a[1:3], a.pop(), a.pop(0), bytes(a), a == b"XYZde", a.decode(), a.find(b"Z"), a.upper(), list(a))
a.reverse(); print(a, a.copy(), a + b"1", a * 2, b"d" in a)
a.clear(); print(a, bool(a), bytearray(2), bytearray("é", "utf-8"))
a = bytearray(range(8)); a[::2] = b"\xff" * 4; print(a); del a[::3]; print(a)
for f in (lambda: a.append(256), lambda: a.append("a"), lambda: hash(a), lambda: a[100], lambda: bytearray().pop()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
