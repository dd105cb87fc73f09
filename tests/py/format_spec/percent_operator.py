"""% with tuples, mappings, stars and every conversion"""
class I:
    def __index__(self): return 7
    def __int__(self): return 8
    def __float__(self): return 9.5
    def __str__(self): return "S"
    def __repr__(self): return "R"
i = I()

def t(text):
    try:
        print(text, "=>", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__, e)


for text in [
    '"%s %r %a" % ("é", "é", "é")',
    '"%d %i %u" % (1, -2, 3)',
    '"%x %X %o" % (255, 255, 8)',
    '"%#x %#o %#X" % (255, 8, 255)',
    '"%5d|%-5d|%05d|%+d|% d" % (1, 2, 3, 4, 5)',
    '"%.3d|%8.3d|%-8.3d|" % (5, 5, 5)',
    '"%e %E %f %F %g %G" % (1.5, 1.5, 1.5, 1.5, 1.5, 1.5)',
    '"%.0f %.1f %10.2f|%-10.2f|%+.1e" % (2.5, 2.25, 3.14159, 2.5, 12345.678)',
    '"%c%c%c" % (65, "b", 0x65e5)',
    '"%%"  % ()',
    '"%*d|%-*d|%.*f" % (5, 1, 5, 2, 2, 3.14159)',
    '"%s" % (1, 2)',
    '"%s %s" % (1,)',
    '"%s %s" % 1',
    '"%d" % "a"',
    '"%d" % 1.9',
    '"%d" % i',
    '"%x" % i',
    '"%f" % i',
    '"%s %r" % (i, i)',
    '"%c" % "ab"',
    '"%c" % -1',
    '"%c" % 1.5',
    '"%x" % 1.5',
    '"%z" % 1',
    '"%" % 1',
    '"%(a)s" % {"a": 1}',
    '"%(a)s %(b)s" % {"a": 1}',
    '"%(a)s" % 1',
    '"%(a" % {"a": 1}',
    '"%s" % {"a": 1}',
    '"%(a)d %%" % {"a": 5}',
    '"%s" % [1, 2]',
    '"%s" % ((1, 2),)',
    '"%5s|%-5s|%.2s|%5.1s|" % ("abc", "abc", "abc", "abc")',
    '"%ld %hd %Ld" % (1, 2, 3)',
    '"%+x %+o" % (255, -8)',
    '"%010.3f|%-010.3f|%+010.3f" % (1.5, 1.5, 1.5)',
    '"%#.0f %#g" % (1.0, 1.0)',
    '"%i" % True',
    '"%f %e" % (float("nan"), float("-inf"))',
    '"%05s" % "a"',
    '"%*s" % ("a", "b")',
    'b"%d %s %x %c %a %r" % (1, b"x", 255, 65, "é", "q")',
    'b"%b" % b"z"',
    'b"%s" % "a"',
    'b"%5d|%-5s|%.1f" % (3, b"a", 2.25)',
    'b"%c" % 256',
    '"no fields" % ()',
    '"no fields" % (1,)',
    '"no fields" % []',
    '"no fields" % {}',
    '"" % 1',
]:
    t(text)
