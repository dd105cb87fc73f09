# __bool__, then __len__, else true.
class B:
    def __bool__(self):
        return False

    def __len__(self):
        return 5


class L:
    def __len__(self):
        return 0


class Bad:
    def __bool__(self):
        return 1


class BadLen:
    def __len__(self):
        return -1


class TextLen:
    def __len__(self):
        return "3"


class Big:
    def __len__(self):
        return 2**70


print(bool(B()), bool(L()), not L(), 1 if B() else 2, (B() and 1) is not None, len([x for x in (B(), L()) if x]))
for thing in (Bad(), BadLen(), TextLen(), Big()):
    for f in (bool, len):
        try:
            print(f(thing))
        except (TypeError, ValueError, OverflowError) as e:
            print(type(e).__name__, e)
