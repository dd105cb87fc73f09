"""pydantic.functional_validators."""

from pydantic import (AfterValidator, BeforeValidator, PlainValidator, WrapValidator, field_validator,
                      model_validator)
