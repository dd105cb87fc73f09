# list.pop: from the end, by index, and when there is nothing.
a = [1, 2, 3, 4]
print(a.pop(), a.pop(0), a.pop(-1), a, a.pop(True) if len(a) > 1 else a.pop(), a)
for args in [(), (0,), (-1,)]:
    try:
        [].pop(*args)
    except IndexError as e:
        print(e)
for args in [(5,), (-5,), ("a",), (1.0,), (None,), (1, 2), (2**70,)]:
    try:
        print([1, 2].pop(*args))
    except (IndexError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
