import pickle
for data in (b"I5\n.", b"I01\n.", b"L123L\n.", b"F1.5\n.", b"S'old'\np0\n.", b"Vtext\\u20ac\np0\n.", b"(I1\nI2\ntp0\n.", b"(lp0\nI1\naI2\na.", b"(dp0\nS'a'\nI1\ns.", b"(I1\nI2\nl.", b"(S'k'\nI3\nd.", b"\x80\x02]q\x00(K\x01K\x02e.",
             b"\x80\x02U\x03abc.", b"c__builtin__\nset\np0\n((lp1\nI1\natp2\nRp3\n.", b"cdatetime\ndate\n(I2024\nI1\nI2\ntR.", b"\x80\x04\x95\x05\x00\x00\x00\x00\x00\x00\x00K\x07K\x080.", b"N2\x86."):
    print(data, repr(pickle.loads(data)))
print(pickle.loads(b"S'abc'\n.", encoding="bytes"), pickle.loads(b"U\x01\xe9.", encoding="latin-1"))
for bad in (b"", b"\x80\x09.", b"K", b"Z.", b".", b"g5\n.", b"cnosuchmodule\nx\n.", b"cos\nnosuch\n.", b"S'x\n."):
    try:
        print(pickle.loads(bad))
    except Exception as e:
        print(bad, type(e).__name__, str(e)[:24])
