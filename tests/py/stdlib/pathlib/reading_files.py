from pathlib import Path
here = Path(__file__).resolve().parent
f = here / "reading_files.py"
print(f.exists(), f.is_file(), f.is_dir(), here.is_dir(), f.read_text().splitlines()[0], f.read_bytes()[:4], f.stat().st_size == len(f.read_bytes()), f.name in [x.name for x in here.iterdir()], sorted(x.name for x in here.glob("reading_*.py")), any(x.name == "reading_files.py" for x in here.parent.rglob("reading_files.py")), (here / "nope").exists(), f.samefile(f))
with f.open() as h: print(h.readline().strip())
for g in (lambda: (here / "nope").read_text(), lambda: here.read_bytes()):
    try:
        g()
    except OSError as e:
        print(type(e).__name__, e.errno)
print(Path("a/../b").resolve().name, Path("x").absolute().is_absolute(), Path.cwd() == Path().absolute(), Path("~").expanduser() == Path.home())
