# tuple(...): a tuple comes back itself.
t = (1, 2)
print(tuple(t) is t, tuple(), tuple("ab"), tuple([1]), tuple({1: 2}), t[:] is t, () is tuple())
for args in [(1,), (None,), ([], 1)]:
    try:
        tuple(*args)
    except TypeError as e:
        print(e)
