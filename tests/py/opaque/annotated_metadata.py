# What an unknown package puts into Annotated[...] of a pydantic model is passed over; pydantic's own validators run.
from typing import Annotated

import a1
from pydantic import AfterValidator, BaseModel
from pydantic.json_schema import WithJsonSchema


class Address(BaseModel):
    country: Annotated[str, WithJsonSchema({"type": "string"}), a1.Upper(), AfterValidator(str.upper)]


print(Address(country="de").country)
# expect: DE
