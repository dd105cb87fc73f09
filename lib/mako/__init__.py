"""Mako templates, as far as script.py.mako needs them."""

__version__ = "1.2.4"
