# Text inside Literal is a value, not the name of a type.
from __future__ import annotations

import sys
from typing import Literal, Optional, get_type_hints


class Settings:
    mode: Literal["development", "test"] = "development"
    level: Optional[Literal["a", 3]] = None


# expect: {'mode': typing.Literal['development', 'test'], 'level': typing.Optional[typing.Literal['a', 3]]}
print(get_type_hints(Settings))
# expect: True
print(sys.modules["__main__"].Settings is Settings)
