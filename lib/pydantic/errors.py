"""pydantic.errors."""

from pydantic._errors import PydanticImportError, PydanticUndefinedAnnotation, PydanticUserError
