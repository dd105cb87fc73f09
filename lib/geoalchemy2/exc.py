"""What GeoAlchemy2 raises."""


class GeoAlchemyError(Exception):
    pass


class ArgumentError(GeoAlchemyError):
    pass
