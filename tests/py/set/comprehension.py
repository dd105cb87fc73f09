# Set comprehensions and displays with stars.
print(sorted({x % 3 for x in range(10)}), {*[1], *(1,)}, sorted({*"ab", *"bc"}), {(x, y) for x in range(1) for y in range(1)}, sorted({c for c in "hello" if c not in "l"}))
try:
    {[] for _ in range(1)}
except TypeError as e:
    print(e)
