import argparse
base = argparse.ArgumentParser(add_help=False)
base.add_argument("--config", default="x.ini", help="the file")
p = argparse.ArgumentParser(prog="t", parents=[base])
p.add_argument("--n", type=int)
p.set_defaults(n=9, extra="E")
print(p.parse_args([]), p.get_default("n"))
p.print_help()
