# tb_frame, tb_lineno, extract_tb, walk_tb, StackSummary.
import sys
import os
import traceback


def a():
    b()


def b():
    raise LookupError("x", 2)


try:
    a()
except LookupError as e:
    frames = traceback.extract_tb(e.__traceback__)
    print([(f.name, f.lineno, f.line) for f in frames], len(frames), frames[-1].name)
    tb = e.__traceback__
    while tb:
        print(tb.tb_lineno, tb.tb_next is None)
        tb = tb.tb_next
    print(sys.exc_info()[0].__name__, sys.exc_info()[1] is e, "line 11, in b" in traceback.format_tb(e.__traceback__)[-1])
    print(traceback.format_exception_only(type(e), e), str(e), repr(e), e.args)
print(sys.exc_info())
