import argparse, io, contextlib
p = argparse.ArgumentParser(prog="git")
s = p.add_subparsers(dest="command", help="what to do")
a = s.add_parser("add", help="add files")
a.add_argument("paths", nargs="+")
c = s.add_parser("commit", aliases=["ci"], help="record")
c.add_argument("-m", required=True)
c.set_defaults(func=len)
print(p.parse_args(["add", "x", "y"]))
ns = p.parse_args(["ci", "-m", "msg"])
print(ns.command, ns.m, ns.func is len)
p.print_help()
a.print_help()
for args in (["commit"], ["zap"]):
    err = io.StringIO()
    with contextlib.redirect_stderr(err):
        try:
            p.parse_args(args)
        except SystemExit as e:
            print(e.code)
    print(err.getvalue())
