"""pydantic.main."""

from pydantic import BaseModel, ModelMetaclass, create_model  # noqa: F401
