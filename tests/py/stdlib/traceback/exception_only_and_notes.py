import traceback
class Custom(Exception):
    def __str__(self): return ""
class Broken(Exception):
    def __str__(self): raise RuntimeError
class Outer:
    class Inner(Exception): pass
e = ValueError("text")
e.add_note("first note")
e.add_note("second\nline")
for x in (ValueError(), ValueError("a", 1), KeyError("k"), Custom("x"), Broken(), Outer.Inner("in"), e, OSError(2, "No such file", "f.txt"), None, SystemExit(3), StopIteration()):
    print(traceback.format_exception_only(x))
print(traceback.format_exception_only(ValueError, e), traceback.format_exception(e), traceback.format_exception(None))
print(traceback.format_exception(type(e), e, None))
try:
    traceback.format_exception(e, e)
except ValueError as error:
    print(error)
try:
    compile("a = = 1", "file.py", "exec")
except SyntaxError as error:
    print(traceback.format_exception_only(error)[-1])
