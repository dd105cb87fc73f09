import typing
from pydantic import *
from pydantic import PostgresDsn, SecretStr, PositiveInt, EmailStr, HttpUrl
class A(BaseModel):
    x: int; y: str|None=None; z: list[int]=[]; e: typing.Literal['a','b']='a'
    @field_validator('x')
    @classmethod
    def chk(cls,v):
        if v<0: raise ValueError('neg')
        return v
print(A(x='3',z=['4']), A(x=1).model_dump(), A(x=1).model_dump_json())
for kw in ({'x':'q'},{}, {'x':-1,'e':'c'},{'x':1,'z':['p','q']}):
    try: A(**kw)
    except ValidationError as e: print(e)
class B(BaseModel):
    a: A; d: PostgresDsn='postgresql://u:p@h:1/x'; s: SecretStr=SecretStr('q'); p: PositiveInt=1; m: EmailStr='a@b.c'
b=B(a={'x':1}, d='postgresql+asyncpg://u:p@h:5432/db', p=4); print(b, b.d.path, b.d.host, b.d.port, b.model_dump(mode='json'))
try: B(a={'x':'t'},p=0,d='http://x',m='q')
except ValidationError as e: print(e)
import io, os
from dotenv import dotenv_values
print(dotenv_values(stream=io.StringIO('FOO=1\nexport BAR="a\\nb ${FOO}"  # c\nQ=\'x y\'\nE=\nZ=a#b #c\nNO\n')))
from pydantic_settings import BaseSettings, SettingsConfigDict
class S(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="T_", env_nested_delimiter="__")
    port: int = 1
    tags: list[str] = []
    sub: typing.Optional[A] = None
os.environ["t_PORT"] = "5"
os.environ["T_TAGS"] = '["a"]'
os.environ["T_SUB__X"] = "9"
print(S(), S(port=7).port)
