# starlette.config, where FastAPI projects read their settings.
import os

from starlette.config import Config, Environ, EnvironError
from starlette.datastructures import CommaSeparatedStrings, Secret

environ = Environ({"DEBUG": "true", "HOSTS": "a, b,'c d'", "PORT": "5432", "KEY": "s3cret", "APP_NAME": "x"})
config = Config(environ=environ)
print(config("DEBUG", cast=bool), config("PORT", cast=int, default=1), config("NONE", default=None))
hosts = config("HOSTS", cast=CommaSeparatedStrings, default="")
print(hosts, repr(hosts), list(hosts), len(hosts), hosts[0])
key = config("KEY", cast=Secret)
print(repr(key), str(key), bool(key), Config(environ=environ, env_prefix="APP_")("NAME"))
for wrong in (lambda: config("MISSING"), lambda: config("KEY", cast=int), lambda: config("KEY", cast=bool)):
    try:
        wrong()
    except (KeyError, ValueError) as e:
        print(type(e).__name__, e)
try:
    environ["KEY"] = "x"
except EnvironError as e:
    print(e)
environ["NEW"] = "1"
print(config.get("NEW", cast=int), "NEW" in environ)
