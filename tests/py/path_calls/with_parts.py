# pathlib: with parts of pure paths.
from pathlib import Path, PurePath, PurePosixPath

p = PurePosixPath('/srv/app/data.tar.gz')
r = PurePosixPath('a/b.txt')

for text in [
    "p.with_name('x.txt')",
    "p.with_suffix('.zip')",
    "p.with_suffix('')",
    "p.with_stem('other')",
    "r.with_name('')",
    "PurePosixPath('/').with_name('x')",
    "p.with_suffix('zip')",
    "r.with_suffix('.a.b')",
    "r.with_name('a/b')",
    "PurePosixPath('a').with_stem('b')",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
