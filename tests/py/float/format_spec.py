# The format mini-language on floats.
for x in (3.14159, -2.5, 0.0, 1234567.891, 1e-7, 1e20):
    for spec in ["", ".2f", "8.3f", "<8.1f", "^12", "+.1f", " .0f", "e", ".3E", "g", ".3g", "G", "%", ".1%", ",.2f", "_.1f", "010.2f", "=+10.1f", ".0f", "#.0f", "#g", "n", "*>12.2e", ".10", "z.0f", ",", "F"]:
        print(spec + "|" + format(x, spec) + "|", end=" ")
    print()
for x in (float("inf"), float("-inf"), float("nan")):
    print([format(x, s) for s in ("", "f", "F", "e", "E", "g", "G", "%", "08", "+", "<8", "08.2f", "=8", ",")])
for spec in ["d", "s", "x", "c", "b", ".f", ",_", "1.5.2f", ".2d", "+s", ",n", "ff"]:
    try:
        print(format(1.5, spec))
    except ValueError as e:
        print(spec, e)
