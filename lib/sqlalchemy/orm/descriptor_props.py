"""Synonyms and composites, under their other name."""

from sqlalchemy.orm.properties import Composite, CompositeProperty, Synonym, SynonymProperty  # noqa: F401
