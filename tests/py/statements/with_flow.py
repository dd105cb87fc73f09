# return, break and continue leave a with block through __exit__.
class CM:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        print("exit", args[0])


def f():
    with CM():
        return 5


print(f())
for i in range(3):
    with CM():
        if i == 0:
            continue
        break
print(i)


class Raises:
    def __enter__(self):
        pass

    def __exit__(self, *args):
        raise TypeError("from exit")


try:
    with Raises():
        raise ValueError("body")
except TypeError as e:
    print(e, repr(e.__context__))


class BadEnter:
    def __enter__(self):
        raise OSError("enter")

    def __exit__(self, *args):
        print("never")


try:
    with BadEnter():
        pass
except OSError as e:
    print(e)
