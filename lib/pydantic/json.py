"""pydantic.json: the encoder of version 1."""


def pydantic_encoder(obj):
    if hasattr(obj, "model_dump"):
        return obj.model_dump()
    if hasattr(obj, "__dataclass_fields__"):
        from dataclasses import asdict

        return asdict(obj)
    from pydantic._dump import dump_value

    return dump_value(obj, "json")
