"""pydantic's errors."""


def _kind(value):
    return type(value).__name__


class ValidationError(ValueError):
    __module__ = "pydantic_core._pydantic_core"

    def __init__(self, title, errors):
        ValueError.__init__(self, title, errors)
        self.title = title
        self._errors = errors

    def errors(self, *, include_url=True, include_context=True, include_input=True):
        return [{"type": e["type"], "loc": e["loc"], "msg": e["msg"], "input": e["input"]} for e in self._errors]

    def error_count(self):
        return len(self._errors)

    def json(self, *, indent=None, **options):
        import json

        return json.dumps(self.errors(), indent=indent, default=str)

    def __str__(self):
        count = len(self._errors)
        lines = [f"{count} validation error{'' if count == 1 else 's'} for {self.title}"]
        for e in self._errors:
            if e["loc"]:
                lines.append(".".join(str(part) for part in e["loc"]))
            shown = repr(e["input"])
            if len(shown) > 50:
                shown = shown[:25] + "..." + shown[-24:]
            lines.append(f"  {e['msg']} [type={e['type']}, input_value={shown}, input_type={_kind(e['input'])}]")
        return "\n".join(lines)

    __repr__ = __str__


class PydanticUserError(TypeError):
    def __init__(self, message, *, code=None):
        TypeError.__init__(self, message)
        self.message, self.code = message, code


class PydanticImportError(PydanticUserError, ImportError):
    pass


class PydanticUndefinedAnnotation(NameError):
    pass


class PydanticCustomError(ValueError):
    def __init__(self, error_type, message_template, context=None):
        self.type = error_type
        self.message_template = message_template
        self.context = context
        ValueError.__init__(self, message_template.format(**(context or {})))

    def message(self):
        return str(self)


class Bad(Exception):
    """What validation collects: a list of errors."""

    def __init__(self, errors):
        Exception.__init__(self)
        self.errors = errors


def bad(type, message, value, loc=()):
    return Bad([{"type": type, "loc": tuple(loc), "msg": message, "input": value}])
