# Error classes with attributes, __str__, defaults and pickling arguments.
class AppError(Exception):
    code = 500
    default = "app error"

    def __init__(self, message=None, *, code=None):
        super().__init__(message or self.default)
        if code is not None:
            self.code = code

    def __str__(self):
        return f"[{self.code}] {super().__str__()}"


class NotFound(AppError, LookupError):
    code = 404
    default = "not found"


for make in (lambda: AppError(), lambda: AppError("x", code=1), lambda: NotFound(), lambda: NotFound("user")):
    try:
        raise make()
    except LookupError as e:
        print("lookup", e, repr(e), e.args, e.code)
    except AppError as e:
        print("app", e, repr(e), e.args, e.code)
print(NotFound.__mro__, issubclass(NotFound, LookupError))
