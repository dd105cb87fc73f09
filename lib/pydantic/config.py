"""pydantic.config."""

from pydantic import ConfigDict  # noqa: F401
