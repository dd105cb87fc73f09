# set.add, discard, remove, pop, clear.
s = {1, 2}
print(s.add(3), s.add(1), len(s), s.discard(9), s.discard(1), s.remove(2), s, s.pop(), s, s.clear(), s)
for code in ["s.remove(5)", "s.pop()", "s.add([])", "s.remove([])", "s.discard({})", "s.add()", "s.add(1, 2)", "s.clear(1)", "s.remove({1})", "s.discard({1})"]:
    try:
        print(eval(code))
    except (KeyError, TypeError) as e:
        print(code, type(e).__name__, e)
