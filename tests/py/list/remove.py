# list.remove takes out the first equal item.
a = [1, 2.0, 1, "x", None, [1]]
a.remove(1)
a.remove(2)
a.remove([1])
print(a)
for args in [(9,), ("y",), (), (1, 2)]:
    try:
        a.remove(*args)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
