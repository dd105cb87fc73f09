import argparse
p = argparse.ArgumentParser(prog="t")
p.add_argument("--version", action="version", version="%(prog)s 1.2")
for args in (["--version"], ["-h"]):
    try:
        p.parse_args(args)
    except SystemExit as e:
        print("code", e.code)
