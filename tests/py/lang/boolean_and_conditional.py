# Short circuits in tests, nested not/and/or, conditional expressions, truth of objects.
def yes(n):
    print("yes", n)
    return True


def no(n):
    print("no", n)
    return False


if yes(1) and no(2) or yes(3):
    print("a")
if not (yes(4) and not no(5)):
    print("b")
elif no(6) or no(7) or yes(8) and yes(9):
    print("c")
else:
    print("d")
x = no(1) or yes(2) and no(3) or "last"
print(x)
print(1 if no(1) else 2 if yes(2) else 3)


class Truth:
    def __init__(self, v):
        self.v = v

    def __bool__(self):
        print("bool", self.v)
        return self.v


class Len:
    def __len__(self):
        return 0


print("t" if Truth(True) else "f", "t" if not Truth(False) else "f", bool(Len()), bool(object()))
while Truth(False):
    pass
print([] or {} or () or "" or 0.0 or None or "end", [1] and {2: 3} and "all")
a = None
b = a is None and "none" or "some"
print(b, a is not None, not a)
if a is None or a.b:
    print("guarded")
if a is not None and a.b:
    print("never")
else:
    print("guarded again")
if not a is None:
    print("never")
i = 10
while i is not None and i > 7:
    i -= 1
print(i)
print(0 == False, 1 == True, "" == False, None == False, all([]), any([]))
print([v for v in range(20) if not v % 2 and v > 3 or v == 1])
try:
    class Bad:
        def __bool__(self):
            return 1
    bool(Bad())
except TypeError as e:
    print(e)
