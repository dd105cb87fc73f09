# os.path: join.
import os.path as p

for text in [
    "p.join('a', 'b', 'c')",
    "p.join('a', '/b', 'c')",
    "p.join('', 'a')",
    "p.join('a/', '/')",
    "p.join('a', '')",
    "p.join('a')",
    'p.join()',
    "p.join('a', None)",
    "p.join('a', b'b')",
    "p.join('~', 'x')",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
