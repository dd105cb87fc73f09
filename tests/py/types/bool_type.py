print(True + True, True == 1, True is not 1, bool(""), bool("a"), bool([]), bool(0.0), not 3, True & False, True | False, True ^ True, True & 3, ~True + 0 if False else -2, str(True), repr(False), int(True), True < 2, hash(True), bool(), type(True & True), True // 1, {True: 1, 1: 2, 1.0: 3})
for f in (lambda: bool(1, 2), lambda: bool(x=1), lambda: type("B", (bool,), {})):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(f"{True} {True:>6} {True:d} {True:5}|", "%d %s" % (True, False))
