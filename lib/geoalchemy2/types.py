"""Geometry, Geography, Raster, and the spatial index that a column of these types brings along."""

from geoalchemy2.exc import ArgumentError
from sqlalchemy import Column, Index, event, func, types
from sqlalchemy.dialects.postgresql.base import ischema_names


class _GISType(types.UserDefinedType):
    cache_ok = True
    name = None
    from_text = as_binary = None

    def __init__(self, geometry_type="GEOMETRY", srid=-1, dimension=None, spatial_index=True, use_N_D_index=False,
                 use_typmod=None, from_text=None, name=None, nullable=True, _spatial_index_reflected=None):
        super().__init__()
        if geometry_type is not None:
            geometry_type = geometry_type.upper()
            if dimension is None:
                dimension = 4 if geometry_type.endswith("ZM") else 3 if geometry_type[-1] in "ZM" else 2
        self.geometry_type, self.srid, self.dimension = geometry_type, int(srid), dimension
        self.spatial_index, self.use_N_D_index, self.use_typmod = spatial_index, use_N_D_index, use_typmod
        self.extended = self.from_text == "ST_GeomFromEWKT"
        self.from_text = from_text or type(self).from_text
        self.name = name or type(self).name
        self.nullable, self._spatial_index_reflected = nullable, _spatial_index_reflected

    def get_col_spec(self, **keywords):
        if not self.geometry_type:
            return self.name
        return f"{self.name}({self.geometry_type},{self.srid})"

    def __repr__(self):
        parts = []
        for name, default in (("geometry_type", "GEOMETRY"), ("srid", -1), ("dimension", None), ("spatial_index", True),
                              ("use_N_D_index", False), ("use_typmod", None), ("from_text", None), ("name", None),
                              ("nullable", True)):
            value = getattr(self, name)
            if value != default:
                parts.append(f"{name}={value!r}")
        return f"{type(self).__name__}({', '.join(parts)})"

    def bind_expression(self, bindvalue):
        from sqlalchemy import func

        return getattr(func, self.from_text)(bindvalue, type_=self)


class Geometry(_GISType):
    name = "geometry"
    from_text = "ST_GeomFromEWKT"
    as_binary = "ST_AsEWKB"


class Geography(_GISType):
    name = "geography"
    from_text = "ST_GeogFromText"
    as_binary = "ST_AsBinary"


class Raster(_GISType):
    name = "raster"
    from_text = "raster"
    as_binary = "raster"

    def __init__(self, spatial_index=True, from_text=None, name=None, nullable=True, _spatial_index_reflected=None):
        super().__init__(None, -1, None, spatial_index, False, None, from_text, name, nullable, _spatial_index_reflected)


@event.listens_for(Column, "after_parent_attach")
def _bring_index(column, table):
    kind = column.type
    if not isinstance(kind, _GISType):
        return
    if kind.nullable:
        kind.nullable = column.nullable
    else:
        column.nullable = False
    if kind.use_N_D_index and not kind.spatial_index:
        raise ArgumentError("Arg Error(use_N_D_index): spatial_index must be True")
    if not kind.spatial_index or kind._spatial_index_reflected:
        return
    what = func.ST_ConvexHull(column) if isinstance(kind, Raster) else column
    options = {"postgresql_ops": {column.name: "gist_geometry_ops_nd"}} if kind.use_N_D_index else {}
    Index(f"idx_{table.name}_{column.name}", what, postgresql_using="gist", _column_flag=True, **options)


def _reflected(kind):
    """Of a column that a database has: its index, too, is what the database has."""
    return lambda *arguments: kind(*arguments, _spatial_index_reflected=True)


ischema_names.update(geometry=_reflected(Geometry), geography=_reflected(Geography), raster=_reflected(Raster))
