import configparser, io
c = configparser.ConfigParser(interpolation=None)
c["s"] = {"a": "1", "B": "x%y"}; c.add_section("t"); c.set("t", "k", "v"); c["t"]["z"] = "q"
o = io.StringIO(); c.write(o); print(o.getvalue()); print(c.remove_option("t", "k"), c.remove_section("s"), c.sections())
for bad in (lambda: c.add_section("t"), lambda: c.set("nope", "a", "b"), lambda: c.set("t", "a", 1)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
c.read_dict({"d": {"x": 1}}); print(c["d"]["x"], c.pop("d") is not None)
