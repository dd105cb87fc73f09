"""Geometry, Geography, Raster. Their spatial index is not made by creating a table: name it in the migration."""

from sqlalchemy import types
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
        self.nullable = nullable

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

    def __init__(self, spatial_index=True, from_text=None, name=None, nullable=True):
        super().__init__(None, -1, None, spatial_index, False, None, from_text, name, nullable)


ischema_names.update(geometry=Geometry, geography=Geography, raster=Raster)
