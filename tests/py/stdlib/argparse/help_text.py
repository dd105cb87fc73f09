import argparse
p = argparse.ArgumentParser(prog="migrate", description="Moves rows from one table to another, in batches that are small enough.", epilog="See the manual.")
p.add_argument("table", help="the table to move")
p.add_argument("-b", "--batch-size", type=int, default=100, metavar="N", help="rows at once (default: %(default)s)")
p.add_argument("--dry-run", action="store_true", help="only print")
p.add_argument("--mode", choices=["fast", "safe"], help="how; %(choices)s")
p.print_help()
p.print_usage()
print(p.format_usage())
