import traceback, io
def f():
    raise ValueError("v")
try:
    try:
        f()
    except ValueError as inner:
        raise LookupError("outer") from inner
except LookupError as e:
    te = traceback.TracebackException.from_exception(e)
    print(te.exc_type, str(te), te.__cause__.exc_type, str(te.__cause__), te.__suppress_context__, [s.name for s in te.stack], [s.name for s in te.__cause__.stack])
    out = io.StringIO()
    te.print(file=out)
    print(out.getvalue() == "".join(te.format()) == traceback.format_exc())
    print(list(te.format_exception_only()), "".join(te.format(chain=False)).count("Traceback"))
    out = io.StringIO()
    traceback.print_tb(e.__traceback__, file=out)
    traceback.print_exception(e, file=out)
    traceback.print_exception(type(e), e, e.__traceback__, limit=0, file=out)
    print(out.getvalue().replace(__file__, "FILE"))
