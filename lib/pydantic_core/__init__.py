"""pydantic_core: the names people import from it."""

__incomplete__ = True

from pydantic import PydanticUndefined
from pydantic._errors import PydanticCustomError, ValidationError
from pydantic.types import MultiHostUrl, Url
