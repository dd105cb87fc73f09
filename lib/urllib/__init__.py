"""urllib."""

__known_modules__ = " request error response robotparser "  # not built in: as a module that is not available
