# Files found beside the script.
import os
from pathlib import Path

here = Path(__file__).resolve().parent
print(here.name, (here / "x.sql").suffix, Path(__file__).stem == os.path.splitext(os.path.basename(__file__))[0])
print(os.path.join(os.path.dirname("/a/b/c.py"), "..", "data", "x.json"), os.path.normpath("/a/b/../data"), Path("/a/b/c.py").parents[1])
print(Path("a") / "b" / "../c", Path("a/b.tar.gz").suffixes, Path("x").with_suffix(".sql"), Path("/a/b").relative_to("/a"), Path("~").expanduser() == Path.home())
print(Path("missing.txt").exists(), os.path.exists("missing.txt"), Path(__file__).is_file(), here.is_dir())
try:
    (here / "missing.sql").read_text()
except FileNotFoundError as e:
    print(type(e).__name__, e.errno, e.strerror, os.path.basename(e.filename))
try:
    open("missing.sql")
except OSError as e:
    print(e)
print([p.name for p in sorted(here.glob("path_beside*.py"))], Path("a/b/c").parts, Path("/") / "etc", str(Path("a//b/./c")), Path("a") == Path("a/."))
