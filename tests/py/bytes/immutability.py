# bytes do not change; bytearrays do.
b, a = b"abc", bytearray(b"abc")
for code in ["b[0] = 1", "del b[0]", "b.append(1)", "b += b'd'; print(b)", "a[0] = 120; print(a)", "a[0] = 256", "a[0] = 'x'", "a[1:2] = b'12'; print(a)", "del a[0]; print(a)", "a.append(33); print(a)", "a.append(300)", "a.append('x')", "a.extend(b'zz'); print(a)", "a += b'!'; print(a)", "a.insert(0, 65); print(a)", "a.remove(65); print(a)", "a.remove(0)", "print(a.pop(), a.pop(0), a)", "a.reverse(); print(a)", "a.clear(); print(a)", "a.pop()", "hash(a)", "print(hash(b) == hash(bytes(b)))", "a[::2] = b'xx'", "a *= 2; print(a)", "a[5] = 1"]:
    try:
        exec(code)
    except Exception as e:
        print(code, "->", type(e).__name__, e)
