# __format__ gets the spec; conversions come first.
class F:
    def __format__(self, spec):
        return f"<{spec}>"

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


f = F()
print(f"{f} {f:abc} {f!s:>5} {f!r:<6}| {f!a} {f:{'x'}y} {f:{{}} if False else ''}" if False else f"{f} {f:abc} {f!s:>5} {f!r:<6}| {f!a} {f:{'x'}y}")
for value in ([], {}, None, object, (), len):
    try:
        print(f"{value:5}")
    except TypeError as e:
        print(e)
