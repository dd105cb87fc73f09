import argparse
for f in (argparse.RawDescriptionHelpFormatter, argparse.ArgumentDefaultsHelpFormatter, argparse.RawTextHelpFormatter):
    p = argparse.ArgumentParser(prog="t", description="one\n  two", formatter_class=f)
    p.add_argument("--a", default=5, help="the\n a")
    print(p.format_help())
