def f():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("v") from e
try:
    f()
except ValueError as e:
    print(repr(e.__cause__), e.__suppress_context__, repr(e.__context__))
try:
    try:
        {}["k"]
    except KeyError:
        raise TypeError("t")
except TypeError as e:
    print(repr(e.__context__), e.__cause__, e.__suppress_context__)
try:
    raise ValueError("x") from None
except ValueError as e:
    print(e.__cause__, e.__suppress_context__)
e = ValueError("n")
e.add_note("one"); e.add_note("two")
print(e.__notes__, hasattr(ValueError(), "__notes__"))
for g in (lambda: e.add_note(1), lambda: setattr(e, "__cause__", 5)):
    try:
        g()
    except TypeError as x:
        print(x)
try:
    raise e.with_traceback(None)
except ValueError as x:
    print(x is e, x.__traceback__ is not None)
for bad in (5, "s", int, None):
    try:
        raise bad
    except TypeError as x:
        print(x)
