# bytes compare with bytes and bytearray, never with text.
print(b"a" == bytearray(b"a"), b"a" == "a", b"a" < b"b", b"" < b"a", b"ab" > b"a", bytearray(b"b") >= b"a", b"a" != 97, b"a" in b"abc", 97 in b"abc", b"" in b"", [b"a"] == [bytearray(b"a")], {b"a": 1}.get(b"a"), sorted([b"b", b"a", b"B"]), max(b"abc"), b"abc"[0] == 97)
for code in ["b'a' < 'a'", "b'a' + 'a'", "'a' + b'a'", "'a' in b'a'", "300 in b'a'", "b'a' in 'a'", "b'a' < 5", "b'a' % 'x'", "b'%d' % 'x'"]:
    try:
        print(eval(code))
    except Exception as e:
        print(code, "->", type(e).__name__, e)
