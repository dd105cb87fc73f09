# % calls __str__, __repr__, __int__, __float__ and __index__ of objects.
class Thing:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"

    def __int__(self):
        return 7

    def __float__(self):
        return 2.5

    def __index__(self):
        return 11


t = Thing()
print("%s %r %a %d %f %x %o %g" % (t, t, t, t, t, t, t, t))


class Row(dict):
    def __missing__(self, key):
        return key * 2


print("%(ab)s %(c)r" % Row(), "%s" % Row(a=1), "%(x)s" % {"x": (1, 2)})
