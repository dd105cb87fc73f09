"""pydantic.alias_generators."""


def to_pascal(snake):
    return "".join(part.capitalize() for part in snake.split("_"))


def to_camel(snake):
    pascal = to_pascal(snake)
    return pascal[:1].lower() + pascal[1:]


def to_snake(camel):
    import re

    camel = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", camel)
    return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", camel).replace("-", "_").lower()
