import configparser
for text in ("x = 1", "[a]\n[a]", "[a]\nk=1\nk=2", "[a]\nnonsense"):
    try:
        configparser.ConfigParser().read_string(text)
    except configparser.Error as e:
        print(type(e).__name__, str(e).replace("\n", "|"))
c = configparser.ConfigParser(); c.read_string("[a]\nx = %(nope)s\ny = %\nz = %(z)s")
for k in "xyz":
    try:
        c.get("a", k)
    except configparser.Error as e:
        print(type(e).__name__)
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), allow_no_value=True); e.read_string("[p]\nr=1\n[q]\ns=${p:r}2\nnv"); print(e["q"]["s"], e["q"]["nv"])
