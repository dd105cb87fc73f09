import contextlib, io, sys
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print("hidden"); sys.stdout.write("too")
print(repr(out.getvalue()))
err = io.StringIO()
with contextlib.redirect_stderr(err):
    print("e", file=sys.stderr)
print(repr(err.getvalue()))
