import configparser
p = configparser.ConfigParser(converters={"list": lambda v: [x.strip() for x in v.split(",")]})
p.read_dict({"s": {"a": "yes", "b": "OFF", "c": "1", "d": "0", "e": "on", "f": "1.5", "l": "x, y ,z"}, "t": {}})
print([p.getboolean("s", k) for k in "abcde"], p.getfloat("s", "f"), p.getlist("s", "l"), p["s"].getlist("l"), p["s"].getboolean("a"))
print(list(p), len(p), "s" in p, "DEFAULT" in p, p["t"].name, list(p["s"].items())[:2], bool(p["t"]))
print([p.has_section(x) for x in ("s", "u")], p.items("s")[0])
q = configparser.RawConfigParser(delimiters=("=",), comment_prefixes=("#",), inline_comment_prefixes=(";",), strict=False)
q.optionxform = str
q.read_string("# c\n[S]\nKey: a = v ; note\nKey: a = w\n[S]\nOther=%(raw)s\n")
print(dict(q["S"]))
