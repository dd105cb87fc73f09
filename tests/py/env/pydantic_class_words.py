# Settings of a model in its class statement.
from pydantic import BaseModel, ValidationError
from pydantic.alias_generators import to_camel


class Result(BaseModel, extra="forbid", alias_generator=to_camel, populate_by_name=True, str_strip_whitespace=True):
    return_value: str | None = None


print(Result(returnValue=" x ").return_value, Result(return_value="y").return_value, sorted(Result.model_config))
try:
    Result(other=1)
except ValidationError as e:
    print(e.errors()[0]["type"])
# expect: x y ['alias_generator', 'extra', 'populate_by_name', 'str_strip_whitespace']
# expect: extra_forbidden


class Upper(BaseModel):
    model_config = {"alias_generator": str.upper}
    first: int
    second: int = 2


print(Upper(FIRST=1, second=5), Upper(FIRST="4", SECOND=3).model_dump(by_alias=True))
# expect: first=1 second=2 {'FIRST': 4, 'SECOND': 3}
