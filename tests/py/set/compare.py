# < and <= mean subset; incomparable sets are neither.
a, b, c = {1, 2}, {1, 2, 3}, {4}
print(a < b, a <= a, a < a, b > a, a < c, a > c, a == c, a == frozenset(a), frozenset(a) < b, set() < c, a != [1, 2], {1.0, True} == {1})
for code in ["a < [1]", "a <= 5", "a > 'x'", "a >= None"]:
    try:
        print(eval(code))
    except TypeError as e:
        print(e)
