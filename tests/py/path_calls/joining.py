# pathlib: joining of pure paths.
from pathlib import Path, PurePath, PurePosixPath

p = PurePosixPath('/srv/app/data.tar.gz')
r = PurePosixPath('a/b.txt')

for text in [
    "p / 'x'",
    "r / '/abs'",
    "'x' / r",
    'r / r',
    "r.joinpath('c', 'd')",
    'p / 5',
    '5 / p',
    "PurePosixPath('a', 'b', '../c')",
    "PurePosixPath('a//b/./c/')",
    'PurePosixPath()',
    "PurePosixPath('/', 'x')",
    "PurePosixPath(r, 'z')",
    'PurePosixPath(1)',
    "r / ''",
    "PurePosixPath('~') / 'x'",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
