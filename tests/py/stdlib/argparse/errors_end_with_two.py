import argparse, sys, io, contextlib
def attempt(p, args):
    err = io.StringIO()
    with contextlib.redirect_stderr(err):
        try:
            print(p.parse_args(args))
        except SystemExit as e:
            print("exit", e.code)
    print(err.getvalue(), end="")
p = argparse.ArgumentParser(prog="tool")
p.add_argument("name")
p.add_argument("--n", type=int)
p.add_argument("--kind", choices=["a", "b"])
attempt(p, [])
attempt(p, ["x", "--n", "q"])
attempt(p, ["x", "--kind", "c"])
attempt(p, ["x", "y"])
attempt(p, ["x", "--zap"])
attempt(p, ["x", "--n"])
