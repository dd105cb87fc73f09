"""pydantic_core: the names people import from it."""

from pydantic import PydanticUndefined
from pydantic._errors import PydanticCustomError, ValidationError
from pydantic.types import MultiHostUrl, Url
