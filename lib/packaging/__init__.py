"""packaging: versions and their specifiers, as PEP 440 has them."""

__version__ = "24.2"
__incomplete__ = True
