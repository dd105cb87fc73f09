# Lists compare item by item; identical items need no __eq__.
nan = float("nan")
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [2] > [1, 9], [1, 2] == [1.0, 2.0], [nan] == [nan], [1, "a"] == [1, 2])
print([1, [2, 3]] < [1, [2, 4]], [[]] > [], [1, 2] != [1, 2], [1] == (1,))
for a, b in [([1, "a"], [1, 2]), ([None], [None]), ([None], [1]), ([1], (1,)), ([{}], [{}]), ([{}], [{1: 2}])]:
    try:
        print(a < b)
    except TypeError as e:
        print(e)
