import argparse
p = argparse.ArgumentParser(prog="a-rather-long-program-name")
for name in ("alpha", "beta", "gamma", "delta", "epsilon", "zeta"):
    p.add_argument("--" + name, help="the " + name + " of the thing which is described here in so many words that it wraps")
p.add_argument("input_file")
p.add_argument("output_file", nargs="?")
print(p.format_help())
