# os.path: splitting.
import os.path as p

for text in [
    "p.split('/a/b')",
    "p.split('a')",
    "p.split('/')",
    "p.split('a/')",
    "p.splitext('a.b.c')",
    "p.splitext('.a')",
    "p.splitext('a/b.c/d')",
    "p.basename('/a/b.txt')",
    "p.dirname('/a/b.txt')",
    "p.dirname('a')",
    "p.basename('a/')",
    "p.splitdrive('/a')",
    'p.split(3)',
    "p.commonprefix(['ab', 'abc'])",
    "p.commonpath(['/a/b', '/a/c/d'])",
    'p.commonprefix([])',
    "p.relpath('/a/b', '/a/c')",
    "p.relpath('/a', '/')",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
