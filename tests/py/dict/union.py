# | and |= on dicts.
a, b = {"x": 1, "y": 2}, {"y": 3, "z": 4}
print(a | b, b | a, a, b)
a |= b
print(a)
a |= [("k", 1)]
print(a)
for code in ["a | [(1, 2)]", "[(1, 2)] | a", "a | None", "a & b", "a - b", "a + b"]:
    try:
        print(eval(code))
    except TypeError as e:
        print(e)
for value in [5, [1], None]:
    try:
        a |= value
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
