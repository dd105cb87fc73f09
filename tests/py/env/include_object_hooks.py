# Functions an env.py hands over: include_object, include_name, process_revision_directives.
EXCLUDE = {"spatial_ref_sys", "alembic_version"}


def include_object(obj, name, type_, reflected, compare_to):
    if type_ == "table" and name in EXCLUDE:
        return False
    if type_ == "column" and not reflected and getattr(obj, "info", {}).get("skip_autogenerate", False):
        return False
    return True


def include_name(name, type_, parent_names):
    if type_ == "schema":
        return name in [None, "app"]
    return parent_names.get("schema_name") in {None, "app"} and not (name or "").startswith("tmp_")


class Column:
    def __init__(self, **info):
        self.info = info


print([include_object(None, n, "table", True, None) for n in ("users", "alembic_version")], include_object(Column(skip_autogenerate=True), "c", "column", False, None), include_object(Column(), "c", "column", False, None))
print([include_name(n, t, p) for n, t, p in [("app", "schema", {}), ("other", "schema", {}), (None, "schema", {}), ("tmp_x", "table", {"schema_name": None}), ("x", "table", {"schema_name": "app"})]])


def process(context, revision, directives):
    if getattr(context, "autogenerate", False):
        script = directives[0]
        if not script["ops"]:
            directives[:] = []


class Context:
    autogenerate = True


for ops in ([], ["x"]):
    directives = [{"ops": ops}]
    process(Context, None, directives)
    print(directives)
