"""__cause__, __context__, __suppress_context__ in every way to raise"""
def show(e):
    names = []
    while e is not None and len(names) < 10:
        names.append(f"{type(e).__name__}({e}) cause={e.__cause__!r} suppress={e.__suppress_context__}")
        e = e.__cause__ or e.__context__
    print("\n  ".join(names))


def case(function):
    try:
        function()
    except Exception as e:
        print(function.__name__)
        show(e)


def plain_in_handler():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k")


def from_other():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise KeyError("k") from e


def from_none():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k") from None


def from_class():
    raise KeyError("k") from ValueError


def from_wrong():
    raise KeyError("k") from "text"


def in_finally():
    try:
        raise ValueError("first")
    finally:
        raise TypeError("second")


def three_deep():
    try:
        try:
            raise ValueError(1)
        except ValueError:
            raise TypeError(2)
    except TypeError:
        raise KeyError(3)


def reraised():
    try:
        try:
            raise ValueError(1)
        except ValueError as e:
            try:
                raise TypeError(2)
            except TypeError:
                raise e
    except ValueError:
        raise


def set_by_hand():
    e = ValueError("hand")
    e.__cause__ = TypeError("cause")
    raise e


def with_traceback_method():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise RuntimeError("with") from e.with_traceback(None)


def in_generator():
    def g():
        try:
            yield 1
        finally:
            raise KeyError("in generator")
    it = g()
    next(it)
    it.throw(ValueError("thrown"))


def in_with():
    class M:
        def __enter__(self): return self
        def __exit__(self, *a): raise KeyError("exit")
    with M():
        raise ValueError("body")


for f in plain_in_handler, from_other, from_none, from_class, from_wrong, in_finally, three_deep, reraised, set_by_hand, with_traceback_method, in_generator, in_with:
    case(f)
for bad in 1, "x", ValueError:
    for name in "__cause__", "__context__":
        try:
            setattr(ValueError(), name, bad)
        except TypeError as e:
            print(e)
