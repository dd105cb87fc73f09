# A template that is wrong is told before a text that is none.
import re
for template in (r"\q", r"\g<x", r"\3", r"\g", r"\g<", r"\g<>", r"\g<y>", "ok", 5):
    for text in ([1], b"x", "x", None):
        for f in (re.sub, re.subn):
            try: print(f("x", template, text))
            except Exception as e: print(type(e).__name__, e)
