# Comparisons with nan in sorting, min, max and chains.
nan = float("nan")
print(min(nan, 1), min(1, nan), max(nan, 1), max(1, nan), 1 < 2 < nan, nan in [nan], [nan].index(nan), sorted([2, nan, 1])[0] == 2, nan is nan, not nan, bool(nan))
