# What Python 3.13 and 3.14 added to the syntax is read as well.
# python: 3.14
# expect: caught KeyError
# expect: caught IndexError
# expect: group [ValueError(1), TypeError(2)]
# expect: 7 ['x']
for bad in (lambda: {}[1], lambda: [][1]):
    try:
        bad()
    except KeyError, IndexError:
        import sys

        print("caught", sys.exc_info()[0].__name__)

try:
    raise ExceptionGroup("two", [ValueError(1), TypeError(2)])
except* ValueError, TypeError:
    print("group", list(sys.exc_info()[1].exceptions))


def first[T = int, *Ts = *tuple[int, str], **P = [int]](value: T) -> T:
    return value


class Box[T = str]:
    def __init__(self, *items: T):
        self.items = list(items)


type Pair[A, B = A] = tuple[A, B]
print(first(7), Box("x").items)
