import argparse, io, contextlib
def pair(text):
    if ":" not in text:
        raise argparse.ArgumentTypeError(f"{text!r} is not a pair")
    return tuple(text.split(":"))
p = argparse.ArgumentParser(prog="t")
p.add_argument("--pair", type=pair)
p.add_argument("--num", type=float, default="2.5")
print(p.parse_args(["--pair", "a:b"]))
err = io.StringIO()
with contextlib.redirect_stderr(err):
    try:
        p.parse_args(["--pair", "ab"])
    except SystemExit:
        pass
print(err.getvalue())
