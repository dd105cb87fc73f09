# What the text of an error suggests for a name that is not there.
import traceback
def t(source):
    try: exec(source, {"alpha": 1})
    except Exception as e: print(traceback.format_exception_only(e)[-1].strip())
for source in ("import os\nos.pth", "class A:\n  def foo(self): pass\nA().fo", "class A:\n  def foobar(self): pass\nA().foobat", "[].apend(1)", "sys.path", "print(time)", "nosuchname", "alpha.bit_lenght()", "{}.kyes", "''.x"):
    t(source)
