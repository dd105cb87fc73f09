import argparse, io, contextlib
p = argparse.ArgumentParser(prog="t")
g = p.add_argument_group("database", "where to go")
g.add_argument("--url", help="the url")
x = p.add_mutually_exclusive_group(required=True)
x.add_argument("--up", action="store_true")
x.add_argument("--down", action="store_true")
p.print_help()
for args in (["--up"], ["--up", "--down"], []):
    err = io.StringIO()
    with contextlib.redirect_stderr(err):
        try:
            print(p.parse_args(args))
        except SystemExit as e:
            print(e.code)
    print(err.getvalue().splitlines()[-1:])
