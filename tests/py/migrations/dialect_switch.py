# What differs by database: dictionaries of functions, conditional expressions, match.
class Dialect:
    def __init__(self, name):
        self.name = name


class Bind:
    def __init__(self, name):
        self.dialect = Dialect(name)


DEFAULTS = {"postgresql": "now()", "sqlite": "CURRENT_TIMESTAMP"}


def default_for(bind):
    match bind.dialect.name:
        case "postgresql" | "cockroachdb":
            return DEFAULTS["postgresql"]
        case "sqlite":
            return DEFAULTS["sqlite"]
        case other:
            raise NotImplementedError(f"no default for {other!r}")


for name in ("postgresql", "sqlite", "cockroachdb", "mysql"):
    bind = Bind(name)
    is_pg = bind.dialect.name == "postgresql"
    try:
        print(name, default_for(bind), "JSONB" if is_pg else "JSON", {"batch": not is_pg, **({"schema": "app"} if is_pg else {})})
    except NotImplementedError as e:
        print(type(e).__name__, e)
