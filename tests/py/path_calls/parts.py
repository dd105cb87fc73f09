# pathlib: parts of pure paths.
from pathlib import Path, PurePath, PurePosixPath

p = PurePosixPath('/srv/app/data.tar.gz')
r = PurePosixPath('a/b.txt')

for text in [
    'p.name',
    'p.stem',
    'p.suffix',
    'p.suffixes',
    'p.parent',
    'list(p.parents)',
    'p.parts',
    'p.root',
    'p.anchor',
    'p.drive',
    'r.parts',
    'r.anchor',
    "PurePosixPath('.').name",
    "PurePosixPath('..').name",
    "PurePosixPath('/').parts",
    "PurePosixPath('a.').suffix",
    "PurePosixPath('.x').stem",
    "PurePosixPath('').parts",
    'p.parents[1]',
    'p.parents[9]',
    'len(p.parents)',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
