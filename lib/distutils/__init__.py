"""distutils: what settings still import of it, after Python dropped it."""

__incomplete__ = True
