"""One locale: C with UTF-8."""

LC_ALL, LC_CTYPE, LC_TIME, LC_NUMERIC = 6, 0, 2, 1
Error = ValueError


def setlocale(category, locale=None):
    return "C.UTF-8"


def getlocale(category=0):
    return ("C", "UTF-8")


def getpreferredencoding(do_setlocale=True):
    return "UTF-8"


getencoding = getpreferredencoding
