# | & - ^ want sets on both sides; the left one gives the type.
a, b, f = {1, 2}, {2, 3}, frozenset({2, 4})
print(sorted(a | b), a & b, a - b, sorted(a ^ b), type(a | f).__name__, type(f | a).__name__, type(f & f).__name__, a & f, f - a)
for code in ["a | [1]", "a & 'x'", "a - (1,)", "a ^ None", "[1] | a", "a + b", "a * 2", "{1: 2}.keys() | a == {1, 2}", "a | {3: 4}.keys() == {1, 2, 3}"]:
    try:
        print(eval(code))
    except TypeError as e:
        print(e)
