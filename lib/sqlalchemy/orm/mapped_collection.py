"""Dictionaries of relationships, under their other module."""

from sqlalchemy.orm.collections import *  # noqa: F401,F403
