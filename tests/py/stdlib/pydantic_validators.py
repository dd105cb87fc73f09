# Validators as plain functions, static methods, class methods, and those of pydantic 1.
from pydantic import BaseModel, ValidationError, field_validator, model_validator, validator


def split(value):
    return value.split(",") if isinstance(value, str) else value


def with_info(value, info):
    return value + [info.field_name]


class Model(BaseModel):
    a: list[str]
    b: int = 1
    c: int = 0

    split_a = field_validator("a", mode="before")(split)
    more_of_a = field_validator("a")(with_info)

    @field_validator("b", mode="before")
    @staticmethod
    def half(value):
        return value // 2

    @field_validator("b")
    def more(cls, value):
        assert cls is Model
        return value + 100

    @validator("c", pre=True)
    def above_b(cls, value, values):
        if value < values["b"]:
            raise ValueError(f"at least {values['b']}")
        return value

    @model_validator(mode="before")
    @classmethod
    def eight(cls, data):
        return {"b": 8, **data}


print(Model(a="x,y", c=200))
print(Model(a=["x"], b=20, c=110))
try:
    Model(a="x", c=3)
except ValidationError as problem:
    print(problem)
# expect: a=['x', 'y', 'a'] b=104 c=200
# expect: a=['x', 'a'] b=110 c=110
# expect: 1 validation error for Model
# expect: c
# expect:   Value error, at least 104 [type=value_error, input_value=3, input_type=int]
