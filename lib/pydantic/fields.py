"""pydantic.fields."""

from pydantic import Field, FieldInfo, PrivateAttr, PydanticUndefined, computed_field
