import argparse, io, contextlib
p = argparse.ArgumentParser(prog="t")
p.add_argument("--verbose", action="store_true")
p.add_argument("--version-id")
p.add_argument("--other")
print(p.parse_args(["--verb"]), p.parse_args(["--oth=1"]))
err = io.StringIO()
with contextlib.redirect_stderr(err):
    try:
        p.parse_args(["--ver"])
    except SystemExit:
        pass
print(err.getvalue())
