# Settings of an env.py: attributes from the environment, with types and defaults.
import os


def env(name, default=None, cast=str):
    value = os.environ.get(name)
    if value is None:
        if default is None:
            raise KeyError(name)
        return default
    if cast is bool:
        return value.strip().lower() in {"1", "true", "yes", "on"}
    return cast(value)


os.environ.update({"T_PORT": "5433", "T_DEBUG": "Yes", "T_RATE": "0.5", "T_LIST": "a,b,,c"})


class Settings:
    PORT: int = env("T_PORT", 5432, int)
    DEBUG: bool = env("T_DEBUG", False, bool)
    RATE = env("T_RATE", cast=float)
    LIST = [x for x in env("T_LIST", "").split(",") if x]
    HOST = env("T_HOST", "localhost")

    @property
    def url(self):
        return f"postgresql://{self.HOST}:{self.PORT}/app"


s = Settings()
print(s.PORT, s.DEBUG, s.RATE, s.LIST, s.url, Settings.__annotations__)
try:
    env("T_MISSING")
except KeyError as e:
    print("missing", e)
print(os.getenv("T_PORT"), os.getenv("T_NOPE"), os.getenv("T_NOPE", "d"), "T_PORT" in os.environ, os.environ.pop("T_PORT"), os.environ.get("T_PORT"))
try:
    os.environ["T_X"] = 5
except TypeError as e:
    print(e)
try:
    os.environ["T_NOPE"]
except KeyError as e:
    print(repr(e))
