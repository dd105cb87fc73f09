import codecs
print(codecs.encode("hé", "utf-8"), codecs.decode(b"h\xc3\xa9"), codecs.encode("abc", "rot13"), codecs.encode(b"ab", "hex"), codecs.decode(b"6162", "hex"), codecs.encode(b"ab", "base64"), codecs.decode("nop", "rot_13"))
i = codecs.lookup("UTF8"); print(i.name, i.encode("a"), i.decode(b"a"), codecs.lookup("latin1").name, codecs.lookup("cp1252").name, len(i))
print(codecs.getencoder("utf-16-le")("a"), codecs.getdecoder("ascii")(b"abc"))
for bad in (lambda: codecs.lookup("nope"), lambda: codecs.decode(b"\xff", "utf-8"), lambda: codecs.encode("é", "ascii"), lambda: "x".encode("hex")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE, codecs.BOM == codecs.BOM_UTF16)
print("a".encode("utf-16"), "a".encode("utf-32"), "é".encode("utf-16-be"), "\ufeffx".encode("utf-8-sig"), b"\xef\xbb\xbfx".decode("utf-8-sig"), b"\xff\xfea\0".decode("utf-16"), "€".encode("cp1252"), b"\x80".decode("cp1252"))
