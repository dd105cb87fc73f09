# pathlib: relations of pure paths.
from pathlib import Path, PurePath, PurePosixPath

p = PurePosixPath('/srv/app/data.tar.gz')
r = PurePosixPath('a/b.txt')

for text in [
    "p.relative_to('/srv')",
    "p.relative_to('/srv', 'app')",
    "p.relative_to('/x')",
    "r.relative_to('a')",
    'r.relative_to(r)',
    "p.is_relative_to('/srv/app')",
    "p.is_relative_to('/s')",
    "r.match('*.txt')",
    "p.match('app/*.gz')",
    "p.match('/srv/*')",
    "r.match('b.*')",
    "r.match('A/*')",
    "r.match('')",
    "PurePosixPath('a/b/c').match('b/*')",
    "PurePosixPath('/a').match('/a')",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
