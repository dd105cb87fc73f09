import configparser
p = configparser.ConfigParser()
p.read_string("[a]\nx = %(y)s\ny = %(x)s\nbad = %q\nopen = %(never\nmissing = %(gone)s\ndouble = 50%%\n[b]\nz = %(x\n")
for name in ("x", "bad", "open", "missing", "double"):
    try:
        print(name, repr(p.get("a", name)))
    except configparser.Error as e:
        print(name, type(e).__name__, str(e).replace("\n", " | "))
for value in ("a%b", "%%", "%(x)s", "100%"):
    try:
        p.set("a", "t", value)
        print("set", value)
    except ValueError as e:
        print("ValueError", e)
print(p.get("a", "bad", raw=True), dict(p.items("a", raw=True))["x"])
