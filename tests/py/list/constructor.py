# list(...): iterables and errors.
print(list(), list("ab"), list({1: 2}), list((1, 2)), list(range(3)), list(map(str, [1])), list([1]) is list([1]))
for args in [(1,), (None,), ([], 1), (int,)]:
    try:
        print(list(*args))
    except TypeError as e:
        print(e)
try:
    list(iterable=[1])
except TypeError as e:
    print(e)


class Stop:
    def __iter__(self):
        return self

    def __next__(self):
        raise KeyError("inside")


try:
    list(Stop())
except KeyError as e:
    print(repr(e))
