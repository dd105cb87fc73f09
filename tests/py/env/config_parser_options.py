# A configuration read as env.py reads it: sections, interpolation, defaults.
import configparser

config = configparser.ConfigParser()
config.read_string("""
[DEFAULT]
here = /srv/app
[alembic]
script_location = %(here)s/alembic
sqlalchemy.url = postgresql://u:p%%40w@h/db
version_locations =
    a
    b
flag = yes
number = 42
[loggers]
keys = root,sqlalchemy
""")
print(config.sections(), config.get("alembic", "script_location"), config["alembic"]["sqlalchemy.url"], config.getint("alembic", "number"), config.getboolean("alembic", "flag"))
print(config["alembic"]["version_locations"].split(), config.has_option("alembic", "here"), config.get("alembic", "nope", fallback="fb"), dict(config["loggers"]))
config.set("alembic", "url2", "a%%b")
config["new"] = {"k": "v"}
print(config.get("alembic", "url2"), config.get("alembic", "url2", raw=True), config.items("new"), "new" in config, config.options("new"))
for bad in (lambda: config.get("nope", "x"), lambda: config.get("alembic", "x"), lambda: config.set("alembic", "y", "a%b"), lambda: config.add_section("new"), lambda: config.getint("alembic", "flag"), lambda: config["zzz"]):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
