import configparser, io
p = configparser.ConfigParser({"base": "1"}, allow_no_value=True)
p.read_string("[DEFAULT]\nport = 80\n[web]\nport=8080\nflag\n[db]\nhost: localhost\n  second line\n")
print(p.sections(), p.defaults(), p.options("web"), p.has_option("db", "port"), p.has_section("DEFAULT"))
print(p.getint("web", "port"), p.getint("db", "port"), p["web"]["flag"], repr(p["db"]["host"]))
print(p.get("web", "none", fallback="fb"), p.getboolean("web", "x", fallback=True), p["web"].get("nope", "d"))
p["new"] = {"a": 1 and "one", "b": "two"}
p.remove_option("web", "flag")
print(p.remove_section("db"), p.remove_section("db"))
out = io.StringIO()
p.write(out)
print(out.getvalue())
out = io.StringIO()
p.write(out, space_around_delimiters=False)
print(out.getvalue())
for call in (lambda: p.get("no", "x"), lambda: p.get("web", "nothing"), lambda: p.add_section("web"),
             lambda: p.add_section("DEFAULT"), lambda: p["gone"], lambda: p.read_string("x=1"), lambda: p.read_string("[a]\n[a]\n"),
             lambda: p.read_string("[q]\nk=1\nk=2\n"), lambda: p.getboolean("web", "port"), lambda: p.set("web", "n", 3)):
    try:
        call()
        print("no error")
    except Exception as e:
        print(type(e).__name__, str(e).replace("\n", " | "))
