# Names of pydantic by the modules that they stand in; what is not built in may be named.
from pydantic.config import ConfigDict
from pydantic.json_schema import JsonSchemaValue
from pydantic.main import BaseModel
from pydantic.type_adapter import TypeAdapter
from pydantic_core import CoreSchema, core_schema
from pydantic_core.core_schema import ValidationInfo


class Base(BaseModel):
    model_config = ConfigDict(extra="forbid", **{"str_strip_whitespace": True})


class Point(Base):
    x: int


def check(value: JsonSchemaValue, schema: CoreSchema, info: ValidationInfo) -> None: ...


print(sorted(Base.model_config), Point(x="3").x, TypeAdapter(int).validate_python("4"))
# expect: ['extra', 'str_strip_whitespace'] 3 4
