"""humanfriendly.text: numbers and lists in sentences."""

from humanfriendly import concatenate, pluralize, pluralize_raw, tokenize

__incomplete__ = True
