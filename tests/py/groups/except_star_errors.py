# What except* does not allow.
for code in ["try:\n a\nexcept* ValueError: pass\nexcept KeyError: pass", "try:\n a\nexcept*: pass", "for x in y:\n try:\n  a\n except* ValueError: break", "for x in y:\n try:\n  a\n except* ValueError: continue", "def f():\n try:\n  a\n except* ValueError: return", "try:\n a\nexcept* (ValueError, KeyError) as e: pass", "try:\n a\nexcept * ValueError: pass", "def f():\n try:\n  a\n except* ValueError:\n  for x in y: break", "def f():\n try:\n  a\n except* ValueError:\n  def g(): return 1"]:
    try:
        compile(code, "f", "exec")
        print(repr(code), "compiles")
    except SyntaxError as e:
        print(repr(code), "->", e.msg)
for kind in ("ExceptionGroup", "5", "(ValueError, 5)", "BaseExceptionGroup", "int"):
    try:
        try:
            raise ExceptionGroup("g", [ValueError()])
        except* eval(kind):
            pass
    except* TypeError as e:
        print(kind, e.exceptions)
    except* ValueError:
        print("value")
