import configparser
p = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
p.read_string("""
[common]
home = /srv
logs = ${home}/logs
cost = $$5
[app]
path = ${common:logs}/app
loop = ${app:loop}
gone = ${nowhere:x}
bad = $x
many = ${a:b:c}
""")
print(p["common"]["logs"], p["app"]["path"], p["common"]["cost"])
for name in ("loop", "gone", "bad", "many"):
    try:
        print(p["app"][name])
    except configparser.Error as e:
        print(name, type(e).__name__, str(e).replace("\n", " | "))
try:
    p.set("app", "x", "$z")
except ValueError as e:
    print(e)
