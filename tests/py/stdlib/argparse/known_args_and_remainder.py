import argparse
p = argparse.ArgumentParser(prog="t")
p.add_argument("--a", type=int)
print(p.parse_known_args(["--a", "1", "--b", "2", "c"]))
q = argparse.ArgumentParser(prog="t")
q.add_argument("cmd")
q.add_argument("rest", nargs=argparse.REMAINDER)
print(q.parse_args(["run", "-x", "--y", "z"]))
print(argparse.ArgumentParser(prog="t").parse_known_args(["--", "x"]))
