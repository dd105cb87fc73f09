"""Filters for autogenerate: PostGIS's own tables and spatial indexes are left alone."""

from alembic.operations import BatchOperations, MigrateOperation, Operations

_TABLES = {"spatial_ref_sys", "geometry_columns", "geography_columns", "raster_columns", "raster_overviews", "layer",
           "topology"}


def include_object(obj, name, obj_type, reflected, compare_to):
    if obj_type == "table":
        return name not in _TABLES and not (name.startswith("idx_") and "_geom" in name)
    if obj_type == "index":
        return not any(getattr(getattr(c, "type", None), "spatial_index", False) and name == f"idx_{obj.table.name}_{c.name}"
                       for c in obj.columns)
    return True


def render_item(obj_type, obj, autogen_context):
    if obj_type == "type" and type(obj).__module__.startswith("geoalchemy2"):
        autogen_context.imports.add(f"from geoalchemy2 import {type(obj).__name__}")
        return repr(obj)
    return False


def writer(context, revision, directives):
    pass


def _register(name, plain):
    """On PostgreSQL the geospatial operations are the plain ones."""

    class GeospatialOp(MigrateOperation):
        @classmethod
        def run(cls, operations, *arguments, **keywords):
            return getattr(operations, plain)(*arguments, **keywords)

    Operations.register_operation(name, "run")(GeospatialOp)
    if "table" not in name:
        BatchOperations.register_operation(name, "run")(GeospatialOp)


for _verb, _kind in (("add", "column"), ("drop", "column"), ("create", "table"), ("drop", "table"), ("create", "index"),
                     ("drop", "index")):
    _register(f"{_verb}_geospatial_{_kind}", f"{_verb}_{_kind}")
