# What cannot be unpacked.
for code in ["a, b = 1", "a, b = [1]", "a, b = 1, 2, 3", "a, *b, c = [1]", "a, b = None", "a, b = {}", "[a] = 'xy'", "(a, b), c = 1, 2", "a, b = iter([1, 2, 3])", "() = [1]", "a, b = 5.5",
             "*a, = 3", "for a, b in [1]: pass", "a, b = {1: 2}", "a, (b, *c) = 1, ()"]:
    try:
        exec(code)
        print(code, "fine")
    except (TypeError, ValueError) as e:
        print(code, "->", type(e).__name__, e)
