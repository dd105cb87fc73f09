import argparse
p = argparse.ArgumentParser(prog="t")
p.add_argument("x", type=int)
p.add_argument("--y", type=float)
print(p.parse_args(["-5", "--y", "-2.5"]))
