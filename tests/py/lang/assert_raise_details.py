# What exceptions carry: args, str, repr, attributes, traceback presence, custom hierarchies.
class AppError(Exception):
    pass


class NotFound(AppError):
    def __init__(self, what, *, code=404):
        self.what = what
        self.code = code
        super().__init__(what, code)

    def __str__(self):
        return f"{self.what} not found ({self.code})"


for make in (lambda: NotFound("x"), lambda: AppError(), lambda: AppError("a"), lambda: AppError("a", 1),
             lambda: KeyError("k"), lambda: OSError(2, "No such file"), lambda: StopIteration(5), lambda: SystemExit(3)):
    e = make()
    print(type(e).__name__, str(e), repr(e), e.args)
try:
    raise NotFound("page", code=410)
except AppError as e:
    print(e, e.what, e.code, e.__traceback__ is not None)
print(issubclass(KeyError, LookupError), issubclass(ModuleNotFoundError, ImportError), issubclass(RecursionError, RuntimeError))
e = ValueError("kept")
try:
    raise e
except ValueError as caught:
    print(caught is e)
try:
    raise e.with_traceback(None)
except ValueError as caught:
    print(caught is e)


class Odd(BaseException):
    pass


try:
    try:
        raise Odd("base")
    except Exception:
        print("not here")
except BaseException as b:
    print(repr(b))


def converts(value):
    try:
        return int(value)
    except (TypeError, ValueError) as error:
        raise AppError(f"bad value {value!r}") from error


for v in ("12", "x", None):
    try:
        print(converts(v))
    except AppError as a:
        print(a, "<-", type(a.__cause__).__name__)
