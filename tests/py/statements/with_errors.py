# What is no context manager.
class NoExit:
    def __enter__(self):
        pass


class NoEnter:
    def __exit__(self, *a):
        pass


for thing in (5, None, "x", NoExit(), NoEnter(), open, [1]):
    try:
        with thing:
            pass
    except TypeError as e:
        print(e)
o = NoExit()
o.__exit__ = lambda *a: None
try:
    with o:
        pass
except TypeError as e:
    print(e)
