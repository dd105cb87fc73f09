"""literal_eval(): text to plain values."""

from _literal import literal_eval

__incomplete__ = True  # classes of nodes: names without values
