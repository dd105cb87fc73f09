import configparser
c = configparser.ConfigParser()
c.read_string("[DEFAULT]\nbase = /x\n[a]\npath = %(base)s/y\nn = 5\nflag = yes\nmulti = one\n  two\n; comment\nempty =\n[b]\nK: v\n")
print(c.sections(), c["a"]["path"], c.getint("a", "n"), c.getboolean("a", "flag"), repr(c["a"]["multi"]), c.get("a", "zz", fallback="F"), c.has_option("b", "k"), c.options("b"), dict(c["b"]), c.get("a", "path", raw=True), c.has_section("q"), list(c), c["a"].getint("n") + 1, "a" in c, c.items("b"), repr(c["a"]["empty"]), c.getfloat("a", "n"), c.defaults())
for bad in (lambda: c.get("q", "x"), lambda: c.get("a", "q"), lambda: c["q"], lambda: c.getboolean("a", "n") and c.getboolean("a", "path"), lambda: c.getint("a", "flag")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
