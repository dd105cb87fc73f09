"""urllib."""

__known_modules__ = " request robotparser response "  # not built in: as modules that are not available
