"""A stand-in for GeoAlchemy2: its column types."""

__incomplete__ = True

from geoalchemy2.types import Geography, Geometry, Raster  # noqa: F401

__version__ = "0.17.1"


class WKTElement:
    def __init__(self, data, srid=-1, extended=None):
        self.data, self.srid = data, srid

    def __str__(self):
        return self.data if self.srid == -1 else f"SRID={self.srid};{self.data}"


WKBElement = WKTElement
