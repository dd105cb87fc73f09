# pathlib: comparing of pure paths.
from pathlib import Path, PurePath, PurePosixPath

p = PurePosixPath('/srv/app/data.tar.gz')
r = PurePosixPath('a/b.txt')

for text in [
    "p == PurePosixPath('/srv/app/data.tar.gz')",
    "r == 'a/b.txt'",
    'r < p',
    "sorted([r, PurePosixPath('a'), PurePosixPath('a/a')])",
    "hash(r) == hash(PurePosixPath('a//b.txt'))",
    "{r: 1}[PurePosixPath('a/b.txt')]",
    'str(r)',
    'repr(r)',
    'bytes(r)',
    'r.as_posix()',
    'p.as_uri()',
    'r.as_uri()',
    'p.is_absolute()',
    'r.is_absolute()',
    "f'{r}'",
    'r.__fspath__()',
    "r < 'a'",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
