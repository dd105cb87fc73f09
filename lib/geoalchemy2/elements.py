"""Values of spatial columns."""

from geoalchemy2 import WKBElement, WKTElement  # noqa: F401
