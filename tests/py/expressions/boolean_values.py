# and and or give operands, not booleans.
print(0 or "a", 1 and "b", "" and 5, [] or {} or None, 1 and 2 and 3, 1 and 0 and 3, None or False, "x" or 1 / 0, 0 and 1 / 0, not [], not "a", (1 or 2) and 3, 1 or (2 and 3), [] and [] or "z", None and None)
