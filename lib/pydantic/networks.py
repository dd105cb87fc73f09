"""pydantic.networks: the URL types."""

from pydantic.types import *
