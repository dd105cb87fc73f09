# The format mini-language on ints.
n = 1234567
for spec in ["", "d", "5", "10", "<10", ">10", "^10", "=10", "+", "-", " ", "010", "x", "X", "#x", "#X", "b", "#b", "o", "#o", "c" if False else "n", ",", "_", "_x", "_b", "e", ".2e", "f", ".1f", "%", ".0%", "g", ",.2f", "*^15", "+010d", "#012x", "=+12,", "0=12", "015,", "012_x", "z.1f"]:
    print(spec, "|" + format(n, spec) + "|", "|" + format(-n, spec) + "|")
print(format(65, "c"), format(0x1F600, "c"), format(True, "d"), format(True, ""), format(True, "5"), format(0, "+"), format(10**25, ","), format(10**25, "e"), format(-5, "=5"), format(5, "05"), f"{255:#06x} {7:>+5} {7:*<5}")
