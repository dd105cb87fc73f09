# % on bytes.
print(b"%s %b" % (b"a", bytearray(b"b")), b"%d %x %c %c" % (5, 255, 65, b"B"), b"%5s|%-5s|%.1s" % (b"a", b"b", b"cd"), b"%r %a" % ("é", [1]), b"%(k)s" % {b"k": b"v"}, b"%%" % (), b"%f" % 1.5, b"%05d" % 42, bytearray(b"%s") % b"x")


class B:
    def __bytes__(self): return b"own"


print(b"<%s>" % B())
for args in [("%s", "a"), ("%s", 5), ("%c", 256), ("%c", "a"), ("%c", b"ab"), ("%d", b"1"), ("%s", None), ("%y", 1), ("%s %s", b"a"), ("%s", (b"a", b"b")), ("%", b"")]:
    try:
        print(args[0].encode() % args[1])
    except Exception as e:
        print(args, type(e).__name__, e)
