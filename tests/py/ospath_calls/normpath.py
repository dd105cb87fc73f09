# os.path: normpath.
import os.path as p

for text in [
    "p.normpath('a/../b')",
    "p.normpath('/../..')",
    "p.normpath('')",
    "p.normpath('a//b///c/')",
    "p.normpath('./a/.')",
    "p.normpath('../../x')",
    "p.normpath('//a')",
    'p.normpath(None)',
    "p.isabs('/x')",
    "p.isabs('x')",
    "p.isabs(b'/')",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
