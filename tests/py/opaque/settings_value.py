# What a library that is not there makes may be the value of a field of any type, and a model may name a class further down.
from __future__ import annotations

from a1 import Fernet
from pydantic import BaseModel, Field
from sqlmodel import SQLModel


class Settings(BaseModel):
    key: str = "x"
    steps: list[Step] = Field(default_factory=list)


class Read(SQLModel):
    steps: list[Step] = []


try:
    Settings()
except TypeError as e:
    print(type(e).__name__, e)


class Step(BaseModel):
    id: str


print(Settings(key="k", steps=[{"id": "a"}]), Settings.model_fields["steps"].annotation, Read().steps)
s = Settings(key=Fernet.generate_key().decode())
str(s.key)
# expect: PydanticUserError `Settings` is not fully defined; you should define `Step`, then call `Settings.model_rebuild()`.
# expect: key='k' steps=[Step(id='a')] list[__main__.Step] []
# error: 30:1 ImportError: `a1.Fernet.generate_key().decode()` comes from module 'a1'
